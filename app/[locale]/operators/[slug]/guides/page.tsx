import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GuideGrid } from '@/components/guides/guide-grid'
import { OperatorFrame } from '@/components/operators/operator-frame'
import { Missing } from '@/components/pages/missing'
import { Empty } from '@/components/ui/empty'
import { operatorPage } from '@/lib/facts/queries'
import { guideList } from '@/lib/guides/queries'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { guidesPath, operatorGuidesPath } from '@/lib/paths'

type Props = PageProps<'/[locale]/operators/[slug]/guides'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return missingMetadata()
  const title = t('pageTitles.guides', { name: operator.name })
  return publicMetadata({
    locale,
    address: (one) => operatorGuidesPath(one, slug),
    title,
    description: operator.summary,
  })
}

export default async function OperatorGuides({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const [operator, guides] = await Promise.all([operatorPage(slug, locale), guideList(locale)])
  if (!operator) return <Missing />
  const own = guides.filter((guide) => guide.operators.some((one) => one.slug === slug))
  return (
    <OperatorFrame operator={operator} current="guides" address={(one) => operatorGuidesPath(one, slug)}>
      {own.length > 0 ? (
        <GuideGrid guides={own} />
      ) : (
        <Empty href={guidesPath(locale)} action={t('everyGuide')}>
          {t('noGuides', { name: operator.name })}
        </Empty>
      )}
    </OperatorFrame>
  )
}
