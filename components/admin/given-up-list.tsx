import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { workDropsDoor, workRetriesDoor } from '@/lib/doors'
import { formatInstant } from '@/lib/i18n/format'
import type { GivenUp } from '@/lib/jobs/given-up'

const KINDS = ['tell', 'renderMentions', 'signIn', 'news', 'newDevice', 'digest'] as const

/** What was given up, why, and what can be done: once more, or away. */
export async function GivenUpList({ rows }: { rows: readonly GivenUp[] }) {
  const [t, locale] = await Promise.all([getTranslations('work'), getLocale()])
  return (
    <ul className="grid gap-4">
      {rows.map(({ what, id, kind, failedAt, tries, failure, mayTryAgain }) => {
        const name = t(what, { kind: t(`kinds.${KINDS.find((one) => one === kind) ?? 'other'}`) })
        return (
          <li key={id} className="rounded-card border border-line p-4">
            <h2 className="text-lg">{name}</h2>
            <p className="text-muted text-sm">{t('when', { when: formatInstant(locale, failedAt), tries })}</p>
            <p>{t('failure', { failure: failure === 'unknown' || failure === 'late' ? t(failure) : failure })}</p>
            <div className="mt-3 flex flex-wrap gap-3">
              {mayTryAgain && (
                <form method="post" action={workRetriesDoor}>
                  <Hidden fields={{ locale, what, id }} />
                  <Button>
                    {t('retry')}
                    <span className="sr-only"> {name}</span>
                  </Button>
                </form>
              )}
              <form method="post" action={workDropsDoor}>
                <Hidden fields={{ locale, what, id }} />
                <Button tone="quiet">
                  {t('drop')}
                  <span className="sr-only"> {name}</span>
                </Button>
              </form>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
