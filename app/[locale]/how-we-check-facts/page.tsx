import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Confidence } from '@/components/checking/confidence'
import { Told } from '@/components/checking/told'
import { Frame } from '@/components/layout/frame'
import { JsonLd } from '@/components/layout/json-ld'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { env } from '@/lib/env'
import { feedbackTally } from '@/lib/feedback/queries'
import { formatDay } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import { compiledOn } from '@/lib/pages/checking'
import { publicMetadata } from '@/lib/pages/metadata'
import { absolute, checkingPath, feedbackAboutPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('checking'), getLocale()])
  const description = t('description', { site: env().SITE_NAME })
  return publicMetadata({ locale, address: checkingPath, title: t('title'), description })
}

const sections = ['sources', 'confidence', 'dates', 'never', 'correct', 'told'] as const
const nevers = ['one', 'two', 'three', 'four'] as const

export default async function HowWeCheckFacts() {
  const [t, locale, tally] = await Promise.all([getTranslations('checking'), getLocale(), feedbackTally()])
  return (
    <Frame address={checkingPath}>
      <JsonLd
        data={{
          '@type': 'WebPage',
          name: t('title'),
          url: absolute(checkingPath(locale), env().publicUrl),
          inLanguage: htmlLang[locale],
        }}
      />
      <article className="max-w-text">
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <nav aria-labelledby="contents" className="mb-8 border-line border-y py-4">
          <h2 id="contents" className="text-base">
            {t('contents')}
          </h2>
          <ol className="mt-1 list-inside list-decimal marker:text-muted">
            {sections.map((section) => (
              <li key={section} className="py-1">
                <a href={`#${section}`}>{t(`${section}.title`)}</a>
              </li>
            ))}
          </ol>
        </nav>

        <Section id="sources" title={t('sources.title')}>
          <p>{t('sources.first')}</p>
          <p>{t('sources.second')}</p>
        </Section>
        <Section id="confidence" title={t('confidence.title')}>
          <p>{t('confidence.intro')}</p>
          <Confidence />
        </Section>
        <Section id="dates" title={t('dates.title')}>
          <p>{t('dates.first', { compiled: formatDay(locale, compiledOn) })}</p>
          <p>{t('dates.second')}</p>
        </Section>
        <Section id="never" title={t('never.title')}>
          <ul className="grid list-disc gap-2 pl-5 marker:text-seal">
            {nevers.map((item) => (
              <li key={item}>{t(`never.items.${item}`)}</li>
            ))}
          </ul>
        </Section>
        <Section id="correct" title={t('correct.title')}>
          <p>{t('correct.first')}</p>
          <p>{t('correct.second')}</p>
          <p>
            <LinkButton href={`${feedbackAboutPath(locale, checkingPath(locale))}&kind=wrong`}>
              {t('correct.link')}
            </LinkButton>
          </p>
        </Section>
        <Section id="told" title={t('told.title')}>
          <Told tally={tally} />
        </Section>
      </article>
    </Frame>
  )
}
