import type { Metadata } from 'next'
import { io } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { env } from '../env'
import { htmlLang, type Locale, locales, openGraphLocales } from '../i18n/locales'
import { absolute } from '../paths'

type About = { locale: Locale; address: (locale: Locale) => string; title: string; description: string }

/** Metadata of a public page that really exists in all four languages. `title` stands before the site's name. */
export async function publicMetadata({ locale, address, title, description }: About): Promise<Metadata> {
  await io() // The environment is the server's, not the build's.
  const { SITE_NAME, publicUrl } = env()
  const here = absolute(address(locale), publicUrl)
  const picture = { url: absolute(`/og/${locale}.png`, publicUrl), width: 1200, height: 630, alt: SITE_NAME }
  return {
    metadataBase: publicUrl,
    title: `${title} · ${SITE_NAME}`,
    description,
    alternates: {
      canonical: here,
      languages: { ...translations(address, publicUrl), 'x-default': absolute(bare(address(locale)), publicUrl) },
    },
    openGraph: {
      type: 'website',
      url: here,
      title,
      description,
      siteName: SITE_NAME,
      locale: openGraphLocales[locale],
      images: [picture],
    },
    twitter: { card: 'summary_large_image' },
  }
}

type Written = {
  canonical: string
  title: string
  description: string
  locale: Locale
  /** The languages in which it was really written, itself included. */
  versions?: readonly { locale: Locale; path: string }[]
}

/** Metadata of what was written by somebody: its one address is the one in its own language; only real translations are named as such. */
export async function postMetadata({
  canonical,
  title,
  description,
  locale,
  versions = [],
}: Written): Promise<Metadata> {
  await io()
  const { SITE_NAME, publicUrl } = env()
  const here = absolute(canonical, publicUrl)
  return {
    metadataBase: publicUrl,
    title: `${title} · ${SITE_NAME}`,
    description,
    alternates: { canonical: here, ...(versions.length > 1 ? { languages: named(versions, publicUrl) } : {}) },
    openGraph: {
      type: 'article',
      url: here,
      title,
      description,
      siteName: SITE_NAME,
      locale: openGraphLocales[locale],
    },
  }
}

/** Metadata of a page for one reader: never in a search engine. */
export async function privateMetadata({ title, description }: Pick<About, 'title' | 'description'>): Promise<Metadata> {
  await io()
  return { title: `${title} · ${env().SITE_NAME}`, description, robots: { index: false, follow: false } }
}

function named(versions: NonNullable<Written['versions']>, origin: URL) {
  return Object.fromEntries(versions.map(({ locale, path }) => [htmlLang[locale], absolute(path, origin)]))
}

function translations(address: About['address'], origin: URL) {
  return Object.fromEntries(locales.map((locale) => [htmlLang[locale], absolute(address(locale), origin)]))
}

// The address without a language, which sends each reader to their own.
function bare(path: string) {
  return path.replace(/^\/[a-z]{2}(?=\/|$)/, '') || '/'
}

/** Metadata of what is not there. */
export async function missingMetadata(): Promise<Metadata> {
  const t = await getTranslations('missing')
  return privateMetadata({ title: t('title'), description: t('text') })
}
