import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExperienceList } from '@/components/experiences/experience-list'
import { OperatorFrame } from '@/components/operators/operator-frame'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import { subjectNameMap } from '@/lib/experiences/names'
import { experienceList } from '@/lib/experiences/queries'
import { operatorPage } from '@/lib/facts/queries'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { operatorExperiencesPath, sharePath } from '@/lib/paths'
import { beforeFrom } from '@/lib/posts/schema'

type Props = PageProps<'/[locale]/operators/[slug]/experiences'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return missingMetadata()
  const title = t('pageTitles.experiences', { name: operator.name })
  return publicMetadata({
    locale,
    address: (one) => operatorExperiencesPath(one, slug),
    title,
    description: operator.summary,
  })
}

export default async function OperatorExperiences({ params, searchParams }: Props) {
  const [{ slug }, { before }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('operators'),
  ])
  const [operator, names] = await Promise.all([operatorPage(slug, locale), subjectNameMap(locale)])
  if (!operator) return <Missing />
  const { cards, before: older } = await experienceList({ operator: slug, before: beforeFrom(before) })
  const share = `${sharePath(locale)}?operator=${slug}`
  return (
    <OperatorFrame operator={operator} current="experiences" address={(one) => operatorExperiencesPath(one, slug)}>
      {cards.length > 0 ? (
        <>
          <p className="mb-6">
            <LinkButton href={share}>{t('share')}</LinkButton>
          </p>
          <ExperienceList experiences={cards} names={names} level={2} />
          <NextPage href={older ? `${operatorExperiencesPath(locale, slug)}?before=${older}` : undefined} />
        </>
      ) : (
        <Empty href={share} action={t('share')}>
          {t('noExperiences', { name: operator.name })}
        </Empty>
      )}
    </OperatorFrame>
  )
}
