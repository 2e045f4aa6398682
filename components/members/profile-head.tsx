import { getLocale, getTranslations } from 'next-intl/server'
import { Flairs } from '@/components/posts/flairs'
import { formatList, formatMonthOf, languageName } from '@/lib/i18n/format'
import { badgesPath, documentPath, operatorPath } from '@/lib/paths'
import type { Profile } from '@/lib/profiles/queries'
import { Avatar } from './avatar'

/** The drawing, the names and the few facts of a member. */
export async function ProfileHead({ profile }: { profile: Profile }) {
  const [t, posts, levels, locale] = await Promise.all([
    getTranslations('members'),
    getTranslations('posts'),
    getTranslations('levels'),
    getLocale(),
  ])
  const { id, picture, handle, name, isCurators, joinedAt, languages, operators, level, flairs, earned } = profile
  return (
    <>
      <div className="mb-4 flex items-center gap-4">
        <Avatar member={id} picture={picture} />
        <div className="min-w-0">
          <h1 className="text-2xl">
            <bdi>{isCurators ? posts('curators') : handle}</bdi>
          </h1>
          {name && (
            <p className="text-lg">
              <bdi>{name}</bdi>
            </p>
          )}
          {!isCurators && <p className="text-muted">{t('since', { month: formatMonthOf(locale, joinedAt) })}</p>}
        </div>
      </div>
      {isCurators && <p className="mb-6 max-w-text rounded-card bg-sunken px-4 py-3">{t('curators')}</p>}
      <dl className="mb-6 grid gap-2">
        {flairs.length > 0 && (
          <div>
            <dt className="inline font-semibold">{t('vouched')}</dt>{' '}
            <dd className="inline">
              <Flairs flairs={flairs} />
            </dd>
          </div>
        )}
        {level && (
          <div>
            <dt className="inline font-semibold">{t('level')}</dt>{' '}
            <dd className="inline">
              <a href={documentPath(locale, 'trust')}>{levels(level)}</a>
            </dd>
          </div>
        )}
        {earned && <Earned earned={earned} />}
        {languages.length > 0 && (
          <div>
            <dt className="inline font-semibold">{t('languages')}</dt>{' '}
            <dd className="inline">
              {formatList(
                locale,
                languages.map((one) => languageName(locale, one)),
              )}
            </dd>
          </div>
        )}
        {operators.length > 0 && (
          <div>
            <dt className="inline font-semibold">{t('operators')}</dt>{' '}
            <dd className="inline">
              {operators.map((operator, nth) => (
                <span key={operator.slug}>
                  {nth > 0 && ' · '}
                  <a href={operatorPath(locale, operator.slug)}>{operator.name}</a>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

async function Earned({ earned: { reputation, badges } }: { earned: NonNullable<Profile['earned']> }) {
  const [t, names, locale] = await Promise.all([
    getTranslations('members'),
    getTranslations('badges.names'),
    getLocale(),
  ])
  return (
    <>
      <div>
        <dt className="inline font-semibold">{t('reputation')}</dt>{' '}
        <dd className="inline tabular-nums">{t('points', { points: reputation })}</dd>
      </div>
      {badges.length > 0 && (
        <div>
          <dt className="inline font-semibold">{t('badges')}</dt>{' '}
          {badges.map((badge, nth) => (
            <dd key={badge} className="inline">
              {nth > 0 && ' · '}
              <a href={`${badgesPath(locale)}#${badge}`}>{names(badge)}</a>
            </dd>
          ))}
        </div>
      )}
    </>
  )
}
