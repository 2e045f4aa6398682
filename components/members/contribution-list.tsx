import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import { experiencePath, postAnchor, questionPath } from '@/lib/paths'
import type { Contribution, Contributions } from '@/lib/profiles/contributions'

/** How much a member wrote, and the latest of it. */
export async function ContributionList({ contributions }: { contributions: Contributions }) {
  const [t, locale] = await Promise.all([getTranslations('members'), getLocale()])
  const { questions, answers, accepted, experiences, latest } = contributions
  if (latest.length === 0) return <p>{t('nothingYet')}</p>
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 font-semibold tabular-nums">
        {questions > 0 && <li>{t('questionCount', { count: questions })}</li>}
        {answers > 0 && (
          <>
            <li>{t('answerCount', { count: answers })}</li>
            <li>
              {t('accepted', { count: accepted, rate: formatNumber(locale, Math.round((accepted / answers) * 100)) })}
            </li>
          </>
        )}
        {experiences > 0 && <li>{t('experienceCount', { count: experiences })}</li>}
      </ul>
      <ul className="grid list-none">
        {latest.map((one) => (
          <Row key={one.id} contribution={one} />
        ))}
      </ul>
    </>
  )
}

async function Row({ contribution }: { contribution: Contribution }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('members'),
    getTranslations('mine.titles'),
    getLocale(),
  ])
  return (
    <li className="border-line border-b py-3 first:pt-0">
      <span className="text-muted text-sm">
        {kinds(contribution.kind)} ·{' '}
        <time dateTime={contribution.postedAt.toISOString()}>{formatDay(locale, contribution.postedAt)}</time>
        {contribution.kind === 'answer' && contribution.isAccepted && (
          <span className="font-bold text-jade"> · ✓ {t('isAccepted')}</span>
        )}
      </span>
      <br />
      <Title contribution={contribution} />
    </li>
  )
}

async function Title({ contribution }: { contribution: Contribution }) {
  const [outcomes, locale] = await Promise.all([getTranslations('outcomes'), getLocale()])
  if (contribution.kind === 'experience') {
    const { id, operator, outcome } = contribution
    return <a href={experiencePath(locale, id)}>{`${operator} · ${outcomes(outcome)}`}</a>
  }
  const { title, slug } = contribution
  if (contribution.kind === 'question')
    return (
      <a href={questionPath(locale, contribution.id, slug)} lang={htmlLang[contribution.locale]}>
        {title}
      </a>
    )
  return (
    <a
      href={`${questionPath(locale, contribution.question, slug)}#${postAnchor(contribution.id)}`}
      lang={htmlLang[contribution.titleLocale]}
    >
      {title}
    </a>
  )
}
