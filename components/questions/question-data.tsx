import { getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/layout/json-ld'
import { env } from '@/lib/env'
import { htmlLang } from '@/lib/i18n/locales'
import { absolute, postAnchor, questionPath } from '@/lib/paths'
import type { Byline } from '@/lib/posts/views'
import type { AnswerView, QuestionPage } from '@/lib/questions/queries'

/** The question and its answers for search engines (schema.org QAPage): what is visible, and nothing else. */
export async function QuestionData({ question }: { question: QuestionPage }) {
  const t = await getTranslations('posts')
  const names = { curators: t('curators'), formerMember: t('formerMember') }
  const url = absolute(questionPath(question.locale, question.id, question.slug), env().publicUrl)
  const [accepted] = question.answers.filter(({ isAccepted }) => isAccepted)
  const suggested = question.answers.filter(({ isAccepted }) => !isAccepted)
  return (
    <JsonLd
      data={{
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: question.title,
          text: plain(question.html) || question.title,
          inLanguage: htmlLang[question.locale],
          url,
          ...written(question, names),
          answerCount: question.answerCount,
          upvoteCount: question.score,
          ...(accepted ? { acceptedAnswer: answerData(accepted, url, names) } : {}),
          suggestedAnswer: suggested.map((answer) => answerData(answer, url, names)),
        },
      }}
    />
  )
}

type Names = { curators: string; formerMember: string }

function answerData(answer: AnswerView, url: string, names: Names) {
  return {
    '@type': 'Answer',
    text: plain(answer.html),
    inLanguage: htmlLang[answer.locale],
    url: `${url}#${postAnchor(answer.id)}`,
    upvoteCount: answer.score,
    ...written(answer, names),
  }
}

function written({ author, isCurated, hasLeft, postedAt }: Byline, { curators, formerMember }: Names) {
  return {
    datePublished: postedAt.toISOString(),
    author: isCurated
      ? { '@type': 'Organization', name: curators }
      : { '@type': 'Person', name: hasLeft ? formerMember : author },
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
