import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FactSlip } from '@/components/home/fact-slip'
import { Frame } from '@/components/layout/frame'
import { JsonLd } from '@/components/layout/json-ld'
import { LinkButton } from '@/components/ui/button'
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
      <div className="mb-12 grid items-center gap-8 md:grid-cols-[1fr_20rem]">
        <div>
          <h1 className="text-2xl">{t('title')}</h1>
          <p className="mt-3 text-lg text-muted">{t('lead', { site: env().SITE_NAME })}</p>
          <p className="mt-3">{t('today')}</p>
        </div>
        <FactSlip />
      </div>

      <section aria-labelledby="promises" className="mb-12">
        <h2 id="promises" className="mb-4 border-ink border-b-2 pb-2 text-xl">
          {t('promisesTitle')}
        </h2>
        <ol className="grid list-none gap-6 md:grid-cols-3">
          {promises.map((promise, index) => (
            <li key={promise} className="grid grid-cols-[auto_1fr] content-start gap-x-3 gap-y-1">
              <span aria-hidden="true" className="font-bold text-seal text-xl tabular-nums leading-snug">
                {index + 1}
              </span>
              <h3 className="text-lg">{t(`promises.${promise}.title`)}</h3>
              <p className="col-start-2">{t(`promises.${promise}.text`)}</p>
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
