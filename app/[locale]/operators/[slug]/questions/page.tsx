import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OperatorFrame } from '@/components/operators/operator-frame'
import { Missing } from '@/components/pages/missing'
import { QuestionList } from '@/components/questions/question-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import { operatorPage } from '@/lib/facts/queries'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { askPath, operatorQuestionsPath } from '@/lib/paths'
import { beforeFrom } from '@/lib/posts/schema'
import { questionList } from '@/lib/questions/queries'

type Props = PageProps<'/[locale]/operators/[slug]/questions'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return missingMetadata()
  const title = t('pageTitles.questions', { name: operator.name })
  return publicMetadata({
    locale,
    address: (one) => operatorQuestionsPath(one, slug),
    title,
    description: operator.summary,
  })
}

export default async function OperatorQuestions({ params, searchParams }: Props) {
  const [{ slug }, { before }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('operators'),
  ])
  const operator = await operatorPage(slug, locale)
  if (!operator) return <Missing />
  const { cards, before: older } = await questionList({ locale, operator: slug, before: beforeFrom(before) })
  const ask = `${askPath(locale)}?operator=${slug}`
  return (
    <OperatorFrame operator={operator} current="questions" address={(one) => operatorQuestionsPath(one, slug)}>
      {cards.length > 0 ? (
        <>
          <p className="mb-6">
            <LinkButton href={ask}>{t('ask')}</LinkButton>
          </p>
          <QuestionList questions={cards} level={2} />
          <NextPage href={older ? `${operatorQuestionsPath(locale, slug)}?before=${older}` : undefined} />
        </>
      ) : (
        <Empty href={ask} action={t('ask')}>
          {t('noQuestions', { name: operator.name })}
        </Empty>
      )}
    </OperatorFrame>
  )
}
