import { getLocale, getTranslations } from 'next-intl/server'
import { Dots } from '@/components/checking/confidence'
import type { ShownFact } from '@/lib/facts/display'
import { formatDay } from '@/lib/i18n/format'

/** How a fact is kept, shown on a real one, drawn as what this site is about: a SIM card with its cut corner and its chip. */
export async function FactSlip({ fact }: { fact: ShownFact }) {
  const [t, facts, locale] = await Promise.all([getTranslations('home.slip'), getTranslations('facts'), getLocale()])
  const { hostname } = new URL(fact.sourceUrl)
  const parts = {
    what: <a href={fact.address}>{fact.text}</a>,
    source: (
      <a href={fact.sourceUrl} rel="noopener">
        {hostname.replace(/^www\./, '')}
      </a>
    ),
    date: fact.readOn ? facts('readOn', { day: formatDay(locale, fact.readOn) }) : facts('notReRead'),
    confidence: facts(fact.confidence),
  }
  return (
    <figure className="sim-card bg-jade p-0.5">
      <div className="sim-card grid gap-3 bg-surface p-5">
        <div className="flex items-start gap-3">
          <Chip />
          <figcaption className="font-semibold">{t('title')}</figcaption>
        </div>
        <dl className="grid gap-2">
          {(['what', 'source', 'date', 'confidence'] as const).map((part) => (
            <div key={part} className="border-line border-t pt-2">
              <dt className="font-semibold text-jade text-sm">
                {t(part)} {part === 'confidence' && <Dots filled={fact.confidence === 'high' ? 3 : 2} />}
              </dt>
              <dd>{parts[part]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </figure>
  )
}

function Chip() {
  return (
    <svg viewBox="0 0 40 30" width="40" height="30" aria-hidden="true" className="shrink-0 fill-warn stroke-warn-line">
      <rect x="1" y="1" width="38" height="28" rx="5" />
      <path d="M1 10h12v10H1M39 10H27v10h12M13 1v28M27 1v28" className="fill-none" />
    </svg>
  )
}
