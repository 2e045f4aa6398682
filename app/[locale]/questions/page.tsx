import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { QuestionList } from '@/components/questions/question-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import { PageTitle } from '@/components/ui/page-title'
import { publicMetadata } from '@/lib/pages/metadata'
import { askPath, questionsPath } from '@/lib/paths'
import { beforeFrom } from '@/lib/posts/schema'
import { questionList } from '@/lib/questions/queries'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('questions'), getLocale()])
  return publicMetadata({ locale, address: questionsPath, title: t('title'), description: t('description') })
}

export default async function QuestionsPage({ searchParams }: PageProps<'/[locale]/questions'>) {
  const [t, locale, { before }] = await Promise.all([getTranslations('questions'), getLocale(), searchParams])
  const { cards, before: older } = await questionList({ locale, before: beforeFrom(before) })
  return (
    <Frame address={questionsPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {cards.length > 0 ? (
        <>
          <p className="mb-6">
            <LinkButton href={askPath(locale)}>{t('ask')}</LinkButton>
          </p>
          <QuestionList questions={cards} level={2} />
          <NextPage href={older ? `${questionsPath(locale)}?before=${older}` : undefined} />
        </>
      ) : (
        <Empty href={askPath(locale)} action={t('ask')}>
          {t('none')}
        </Empty>
      )}
    </Frame>
  )
}
