import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { WINDOW_DAYS } from '@/lib/trust/level'
import type { Progress } from '@/lib/trust/mine'

/** What a level takes, and how much of it is there: one of each group. */
export async function MarkList({ groups }: { groups: readonly (readonly Progress[])[] }) {
  const t = await getTranslations('abilities')
  return (
    <ul className="grid max-w-text list-none gap-3">
      {groups.map((group) => (
        <li key={group.map(({ mark }) => mark.fact).join()} className="border-line border-l-4 pl-3">
          {group.map((progress, nth) => (
            <Fragment key={progress.mark.fact}>
              {nth > 0 && <p className="text-muted">{t('or')}</p>}
              <Mark progress={progress} />
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  )
}

async function Mark({ progress: { mark, have, isMet } }: { progress: Progress }) {
  const t = await getTranslations('abilities')
  const figures =
    'atLeast' in mark ? t('atLeast', { have, need: mark.atLeast }) : t('atMost', { have, need: mark.atMost })
  return (
    <p>
      {t(`marks.${mark.fact}`, { window: WINDOW_DAYS })}
      <br />
      <span className="text-muted text-sm tabular-nums">{figures} · </span>
      <span className={`font-semibold text-sm ${isMet ? 'text-jade' : ''}`}>
        {isMet ? `✓ ${t('met')}` : t('unmet')}
      </span>
    </p>
  )
}
