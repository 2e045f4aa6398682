import { getLocale, getTranslations } from 'next-intl/server'
import { formatList, formatMonthOf, languageName } from '@/lib/i18n/format'
import { operatorPath } from '@/lib/paths'
import type { Profile } from '@/lib/profiles/queries'
import { Avatar } from './avatar'

/** The drawing, the names and the few facts of a member. */
export async function ProfileHead({ profile }: { profile: Profile }) {
  const [t, posts, locale] = await Promise.all([getTranslations('members'), getTranslations('posts'), getLocale()])
  const { id, picture, handle, name, isCurators, joinedAt, languages, operators } = profile
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
