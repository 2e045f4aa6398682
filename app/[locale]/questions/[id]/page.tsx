import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Island } from '@/components/layout/island'
import { Missing } from '@/components/pages/missing'
import { Byline } from '@/components/posts/byline'
import { Comments } from '@/components/posts/comments'
import { MineLink } from '@/components/posts/mine-link'
import { RichText } from '@/components/posts/rich-text'
import { VoteButtons } from '@/components/posts/vote-buttons'
import { Answer } from '@/components/questions/answer'
import { AnswerForm } from '@/components/questions/answer-form'
import { QuestionData } from '@/components/questions/question-data'
import { Versions } from '@/components/questions/versions'
import { OnTarget } from '@/components/ui/on-target'
import { Section } from '@/components/ui/section'
import { htmlLang } from '@/lib/i18n/locales'
import { missingMetadata, postMetadata } from '@/lib/pages/metadata'
import { operatorPath, PUBLISHED, postAnchor, questionPath, questionsPath } from '@/lib/paths'
import { PostId } from '@/lib/posts/schema'
import { type QuestionPage, questionPage } from '@/lib/questions/queries'

type Props = PageProps<'/[locale]/questions/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const question = await questionOf(params, searchParams)
  if (!question) return missingMetadata()
  const { locale, title, summary: description } = question
  const canonical = questionPath(locale, question.id, question.slug)
  const versions = question.versions.map((one) => ({
    locale: one.locale,
    path: questionPath(one.locale, one.id, one.slug),
  }))
  return postMetadata({ canonical, title, description, locale, versions })
}

export default async function QuestionRoute({ params, searchParams }: Props) {
  const [question, locale, t, posts] = await Promise.all([
    questionOf(params, searchParams),
    getLocale(),
    getTranslations('questions'),
    getTranslations('posts'),
  ])
  if (!question) return <Missing />
  const { id, slug, answers, after } = question
  return (
    <Frame address={(one) => questionPath(one, id, slug)}>
      <Island />
      <QuestionData question={question} />
      <p className="text-sm">
        <a href={questionsPath(locale)}>{t('title')}</a>
        {question.operator && (
          <>
            {' '}
            › <a href={operatorPath(locale, question.operator.slug)}>{question.operator.name}</a>
          </>
        )}
      </p>
      <OnTarget id={PUBLISHED}>{posts('published')}</OnTarget>
      <Asked question={question} />
      <Section id="answers" title={t('answersTitle', { count: question.answerCount })}>
        {answers.length > 0 ? (
          <ol className="grid list-none">
            {answers.map((answer) => (
              <Answer key={answer.id} answer={answer} />
            ))}
          </ol>
        ) : (
          <p>{t('noAnswers')}</p>
        )}
        {after && (
          <p>
            <a href={`${questionPath(locale, id, slug)}?after=${after}`} rel="next">
              {t('moreAnswers')}
            </a>
          </p>
        )}
      </Section>
      <Section id="answer" title={t('answerTitle')}>
        <AnswerForm question={id} />
      </Section>
    </Frame>
  )
}

function Asked({ question }: { question: QuestionPage }) {
  return (
    <article id={postAnchor(question.id)} data-own={question.id} className="mb-8">
      <h1 className="mt-1 mb-4 text-2xl" lang={htmlLang[question.locale]}>
        {question.title}
      </h1>
      <Versions question={question} />
      {question.isCurated && <Curated />}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
        <VoteButtons post={question.id} score={question.score} />
        <div className="grid content-start gap-3">
          <RichText html={question.html} locale={question.locale} />
          <p>
            <Byline post={question} /> · <MineLink post={question.id} isForComments />
          </p>
          <Comments comments={question.comments} />
        </div>
      </div>
    </article>
  )
}

// Nobody shall take it for a member's: who asks and answers here is the same.
async function Curated() {
  const t = await getTranslations('questions')
  return <p className="mb-3 rounded-card bg-sunken px-3 py-2 text-sm">{t('curated')}</p>
}

async function questionOf(params: Props['params'], searchParams: Props['searchParams']) {
  const [{ id }, { after }] = await Promise.all([params, searchParams])
  const post = PostId.safeParse(id)
  return post.success ? questionPage(post.data, typeof after === 'string' ? after : undefined) : undefined
}
