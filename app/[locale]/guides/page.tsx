import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GuideGrid } from '@/components/guides/guide-grid'
import { Frame } from '@/components/layout/frame'
import { PageTitle } from '@/components/ui/page-title'
import { tasks } from '@/lib/guides/guide-file'
import { guideList } from '@/lib/guides/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { guidesPath, operatorGuidesPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  return publicMetadata({ locale, address: guidesPath, title: t('title'), description: t('description') })
}

/** Every guide, by what one came for; and for whoever knows their operator, the way to that operator's. */
export default async function GuidesPage() {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  const guides = await guideList(locale)
  const operators = new Map(guides.flatMap((guide) => guide.operators.map(({ slug, name }) => [slug, name])))
  return (
    <Frame address={guidesPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <nav aria-label={t('byOperator')} className="mb-8">
        <p className="font-semibold">{t('byOperator')}</p>
        <ul className="-mx-2 flex flex-wrap">
          {[...operators].map(([slug, name]) => (
            <li key={slug}>
              <a href={operatorGuidesPath(locale, slug)} className="block px-2 py-1">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tasks
        .map((task) => ({ task, found: guides.filter((guide) => guide.task === task) }))
        .filter(({ found }) => found.length > 0)
        .map(({ task, found }) => (
          <section key={task} aria-labelledby={task} className="mb-8">
            <h2 id={task} className="mb-3 text-xl">
              {t(`tasks.${task}`)}
            </h2>
            <GuideGrid guides={found} hasOperators />
          </section>
        ))}
    </Frame>
  )
}
