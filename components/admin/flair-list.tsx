import { getLocale, getTranslations } from 'next-intl/server'
import { TextArea } from '@/components/posts/text-area'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { flairWithdrawalsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import type { FlairRow } from '@/lib/moderation/queries'
import { memberPath } from '@/lib/paths'

type Texts = { values: Record<string, string>; refusals: Record<string, string> }

/** For whom the site vouches, by whom and why; each can be withdrawn. */
export function FlairList({ flairs, refused }: { flairs: readonly FlairRow[]; refused: Texts }) {
  return (
    <ul className="grid list-none gap-4">
      {flairs.map((flair) => (
        <Row
          key={flair.id}
          flair={flair}
          texts={refused.values.flair === flair.id ? refused : { values: {}, refusals: {} }}
        />
      ))}
    </ul>
  )
}

async function Row({ flair, texts: { values, refusals } }: { flair: FlairRow; texts: Texts }) {
  const [t, posts, locale] = await Promise.all([getTranslations('flairs'), getTranslations('posts'), getLocale()])
  const { id, member, kind, operator = '', by, grantedAt, reason } = flair
  const said = posts(`flairs.${kind}`, { operator })
  return (
    <li className="grid max-w-text gap-2 rounded-card border border-line bg-surface p-4">
      <p>
        <a href={memberPath(locale, member)} className="font-semibold">
          <bdi>{member}</bdi>
        </a>{' '}
        · {said}
      </p>
      <p className="break-words text-sm">{t('by', { by, day: formatDay(locale, grantedAt), reason })}</p>
      <form method="post" action={flairWithdrawalsDoor} className="grid gap-3">
        <Hidden fields={{ locale, flair: id }} />
        <TextArea
          texts={{ id: `reason-${id}`, name: 'reason', label: t('withdrawReason'), refusal: refusals.reason }}
          value={values.reason ?? ''}
          rows={2}
        />
        <p>
          <Button tone="quiet">
            {t('withdraw')}
            <span className="sr-only">
              {' '}
              {member}, {said}
            </span>
          </Button>
        </p>
      </form>
    </li>
  )
}
