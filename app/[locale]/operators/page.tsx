import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { OperatorCard } from '@/components/operators/operator-card'
import { PageTitle } from '@/components/ui/page-title'
import { chapterNames } from '@/lib/facts/display'
import { operatorList } from '@/lib/facts/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { factsPath, operatorsPath } from '@/lib/paths'

const groups = ['prepaid', 'subscription', 'unknown', 'gone'] as const

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('operators'), getLocale()])
  return publicMetadata({ locale, address: operatorsPath, title: t('title'), description: t('description') })
}

export default async function OperatorsPage() {
  const [t, facts, locale] = await Promise.all([getTranslations('operators'), getTranslations('facts'), getLocale()])
  const operators = await operatorList(locale)
  return (
    <Frame address={operatorsPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {groups.map((group) => (
        <section key={group} aria-labelledby={group} className="mb-10">
          <h2 id={group} className="mb-3 text-xl">
            {t(`groups.${group}`)}
          </h2>
          <ul className="grid list-none gap-4 md:grid-cols-2">
            {operators
              .filter(({ sells }) => sells === group)
              .map((operator) => (
                <OperatorCard key={operator.slug} operator={operator} />
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="chapters">
        <h2 id="chapters" className="mb-3 text-xl">
          {t('chapters')}
        </h2>
        <ul className="grid gap-1 pl-5">
          {Object.values(chapterNames).map((chapter) => (
            <li key={chapter} className="list-disc">
              <a href={factsPath(locale, chapter)}>{facts(`chapters.${chapter}`)}</a>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  )
}
