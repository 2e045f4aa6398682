import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { JsonLd } from '@/components/layout/json-ld'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { env } from '@/lib/env'
import { htmlLang } from '@/lib/i18n/locales'
import { publicMetadata } from '@/lib/pages/metadata'
import { absolute, checkingPath, feedbackPath, homePath, searchPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  return publicMetadata({ locale, address: homePath, title: t('tagline'), description: t('description') })
}

const promises = ['sourced', 'safe', 'light'] as const

export default async function Home() {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  return (
    <Frame address={homePath}>
      <WebSite />
      <PageTitle lead={t('lead', { site: env().SITE_NAME })}>{t('title')}</PageTitle>

      <section aria-labelledby="promises" className="mb-10">
        <h2 id="promises" className="mb-4 text-xl">
          {t('promisesTitle')}
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {promises.map((promise) => (
            <li key={promise} className="rounded-card border border-line border-t-4 border-t-jade bg-surface p-4">
              <h3 className="mb-1 text-lg">{t(`promises.${promise}.title`)}</h3>
              <p>{t(`promises.${promise}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>

      <div className="grid gap-4 md:grid-cols-2">
        <section className="rounded-card bg-sunken p-4 sm:p-6">
          <h2 className="text-xl">{t('checkingTitle')}</h2>
          <p className="my-3">{t('checkingText')}</p>
          <LinkButton href={checkingPath(locale)}>{t('checkingLink')}</LinkButton>
        </section>
        <section className="rounded-card bg-sunken p-4 sm:p-6">
          <h2 className="text-xl">{t('missingTitle')}</h2>
          <p className="my-3">{t('missingText')}</p>
          <LinkButton href={`${feedbackPath(locale)}?kind=missing`} tone="quiet">
            {t('missingLink')}
          </LinkButton>
        </section>
      </div>
    </Frame>
  )
}

async function WebSite() {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  const { SITE_NAME, publicUrl } = env()
  return (
    <JsonLd
      data={{
        '@type': 'WebSite',
        name: SITE_NAME,
        description: t('description'),
        url: absolute(homePath(locale), publicUrl),
        inLanguage: htmlLang[locale],
        potentialAction: {
          '@type': 'SearchAction',
          target: `${absolute(searchPath(locale), publicUrl)}?q={query}`,
          'query-input': 'required name=query',
        },
      }}
    />
  )
}
