import { getTranslations } from 'next-intl/server'

const levels = ['high', 'medium', 'low', 'unverified'] as const
const dots: Record<(typeof levels)[number], number> = { high: 3, medium: 2, low: 1, unverified: 0 }

/** The four levels as a table that becomes a list of cards on a narrow screen. */
export async function Confidence() {
  const t = await getTranslations('checking.confidence')
  return (
    <table className="w-full border-line border-y text-left max-sm:block">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-line border-b text-muted text-sm">
          <th scope="col" className="py-2 pr-4">
            {t('columnLevel')}
          </th>
          <th scope="col" className="py-2 pr-4">
            {t('columnMeaning')}
          </th>
          <th scope="col" className="py-2">
            {t('columnShown')}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {levels.map((level) => (
          <tr key={level} className="border-line border-b align-top last:border-0 max-sm:block max-sm:py-3">
            <th scope="row" className="whitespace-nowrap py-2 pr-4 max-sm:block max-sm:p-0">
              <Dots filled={dots[level]} /> {t(`${level}.name`)}
            </th>
            <td className="py-2 pr-4 max-sm:block max-sm:p-0">{t(`${level}.meaning`)}</td>
            <td className="py-2 max-sm:block max-sm:p-0 max-sm:text-muted">{t(`${level}.shown`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Confidence as a glance: three dots, so many of them filled. The words stand beside it. */
export function Dots({ filled }: { filled: number }) {
  return (
    <svg
      viewBox="0 0 38 12"
      width="38"
      height="12"
      aria-hidden="true"
      fill="currentColor"
      stroke="currentColor"
      className="inline text-jade"
    >
      {[6, 19, 32].map((x, index) => (
        <circle key={x} cx={x} cy="6" r="4" fill={index < filled ? undefined : 'none'} />
      ))}
    </svg>
  )
}
