import { getTranslations } from 'next-intl/server'

type Figures = { days: number; reminder: number; reserved: number; excluded: number }

/** What happens when somebody leaves: at once, in the days of grace, afterwards; and what cannot be undone. */
export async function ErasureTerms({ figures, isSuspended }: { figures: Figures; isSuspended: boolean }) {
  const t = await getTranslations('data.erasure')
  const { days, reminder, reserved, excluded } = figures
  const parts = [
    { id: 'now', title: t('nowTitle'), lines: [t('now')] },
    { id: 'grace', title: t('graceTitle', { days }), lines: [t('grace', { reminder })] },
    { id: 'then', title: t('thenTitle'), lines: [t('then'), t('name', { reserved })] },
    {
      id: 'stays',
      title: t('staysTitle'),
      lines: [t('votes'), t('others'), t('backups'), ...(isSuspended ? [t('suspended', { days: excluded })] : [])],
    },
  ]
  return (
    <div className="mb-10 grid max-w-text gap-5">
      {parts.map(({ id, title, lines }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {lines.map((line) => (
            <p key={line} className="mt-1">
              {line}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}
