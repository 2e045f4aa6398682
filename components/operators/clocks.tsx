import { getLocale, getTranslations } from 'next-intl/server'
import { FactList } from '@/components/facts/fact-list'
import type { Clock } from '@/lib/facts/clocks'
import { shortValue } from '@/lib/facts/value'

const ROW = 34
const LABEL = 22
const WIDTH = 360
const MONTHS = 18
const DAYS = MONTHS * 30.44

/** The four clocks of a prepaid line: a small timeline, and under it the same in words with sources. */
export async function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const t = await getTranslations('clocks')
  return (
    <>
      <Timeline clocks={clocks} />
      <dl className="grid gap-4">
        {clocks.map(({ name, fact }) => (
          <div key={name}>
            <dt className="font-semibold">{t(`${name}.name`)}</dt>
            <dd>
              <p className="text-muted text-sm">{t(`${name}.meaning`)}</p>
              {fact ? <FactList facts={[fact]} /> : <p>{t('nothing')}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

async function Timeline({ clocks }: { clocks: readonly Clock[] }) {
  const [t, locale] = await Promise.all([getTranslations('clocks'), getLocale()])
  const rows = clocks.map(({ name, fact, days }) => ({
    name: t(`${name}.name`),
    days,
    said: (fact?.standing === 'fact' && shortValue(fact.value, locale)) || t('unknown'),
  }))
  const height = rows.length * (ROW + 8) + LABEL
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t('timeline', { clocks: rows.map(({ name, said }) => `${name}: ${said}`).join(', ') })}
      className="mb-4 w-full max-w-md"
      fontSize="12"
    >
      {[0, 6, 12, MONTHS].map((month) => (
        <g key={month} className="fill-muted stroke-line">
          <line x1={x(month * 30.44)} x2={x(month * 30.44)} y1="0" y2={height - LABEL} strokeDasharray="2 3" />
          <text
            x={x(month * 30.44)}
            y={height - 6}
            stroke="none"
            textAnchor={month === 0 ? 'start' : month === MONTHS ? 'end' : 'middle'}
          >
            {t('months', { months: month })}
          </text>
        </g>
      ))}
      {rows.map(({ name, days, said }, index) => (
        <g key={name} transform={`translate(0 ${index * (ROW + 8)})`}>
          <text x="0" y="13" className="fill-ink">
            {name}: {said}
          </text>
          <rect
            x="0"
            y="18"
            width={days ? Math.max(4, x(Math.min(days, DAYS))) : WIDTH}
            height="14"
            rx="3"
            className={days ? 'fill-jade' : 'fill-none stroke-muted'}
            strokeDasharray={days ? undefined : '4 3'}
          />
        </g>
      ))}
    </svg>
  )
}

function x(days: number): number {
  return Math.round((days / DAYS) * WIDTH)
}
