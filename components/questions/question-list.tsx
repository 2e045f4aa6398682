import { getLocale, getTranslations } from 'next-intl/server'
import { Byline } from '@/components/posts/byline'
import { htmlLang } from '@/lib/i18n/locales'
import { operatorPath, questionPath } from '@/lib/paths'
import type { QuestionCard } from '@/lib/questions/queries'

/** Questions as a list: what is asked, how far it is, who asked. */
export function QuestionList({ questions, level = 3 }: { questions: readonly QuestionCard[]; level?: 2 | 3 }) {
  return (
    <ul className="grid list-none">
      {questions.map((question) => (
        <Row key={question.id} question={question} level={level} />
      ))}
    </ul>
  )
}

async function Row({ question, level }: { question: QuestionCard; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  const [t, locale] = await Promise.all([getTranslations('questions'), getLocale()])
  const { id, slug, title, answerCount, isSolved, operator, score } = question
  return (
    <li className="grid gap-1 border-line border-b py-4 first:pt-0 sm:grid-cols-[1fr_8rem] sm:gap-x-4">
      <div>
        <Heading className="text-lg" lang={htmlLang[question.locale]}>
          <a href={questionPath(locale, id, slug)}>{title}</a>
        </Heading>
        {question.excerpt && <p lang={htmlLang[question.locale]}>{question.excerpt}</p>}
        <p className="text-sm">
          {operator && (
            <>
              <a href={operatorPath(locale, operator.slug)}>{operator.name}</a> ·{' '}
            </>
          )}
          <Byline post={question} />
        </p>
      </div>
      <p className="text-muted text-sm tabular-nums sm:text-right">
        <span className={isSolved ? 'font-bold text-jade' : undefined}>
          {isSolved && '✓ '}
          {t('answers', { count: answerCount })}
        </span>
        <br className="max-sm:hidden" />
        <span className="sm:hidden"> · </span>
        {t('votes', { count: score })}
      </p>
    </li>
  )
}
