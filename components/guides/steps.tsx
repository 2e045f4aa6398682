import { getLocale, getTranslations } from 'next-intl/server'
import { FactList } from '@/components/facts/fact-list'
import type { FactView } from '@/lib/facts/display'
import type { GuidePage } from '@/lib/guides/queries'
import { formatList } from '@/lib/i18n/format'
import { StepPicture } from '../pictures/picture'
import { ActionCard } from './action'
import { type Facts, Prose } from './prose'

type Part = GuidePage['parts'][number]

/** The parts of a guide, each with its numbered steps. */
export async function Parts({
  guide,
  parts,
  facts,
  isOpen,
}: {
  guide: GuidePage
  parts: readonly Part[]
  facts: Facts
  isOpen: boolean
}) {
  return parts.map((part) => {
    const words = guide.words.parts[part.id]
    return (
      <section key={part.id} aria-labelledby={part.id} className="mb-10">
        <h2 id={part.id} className="mb-3 text-xl">
          {words?.title}
        </h2>
        {words?.intro && (
          <p className="mb-4">
            <Prose text={words.intro} facts={facts} />
          </p>
        )}
        <ol className="grid list-none gap-6">
          {part.steps.map((step, index) => (
            <Step key={step.id} step={step} number={index + 1} guide={guide} facts={facts} isOpen={isOpen} />
          ))}
        </ol>
        <Listed keys={part.facts} facts={facts} isOpen={isOpen} />
      </section>
    )
  })
}

async function Step({
  step,
  number,
  guide,
  facts,
  isOpen,
}: {
  step: Part['steps'][number]
  number: number
  guide: GuidePage
  facts: Facts
  isOpen: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  const words = guide.words.steps[step.id]
  return (
    <li id={step.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 target:bg-mark">
      <span aria-hidden="true" className="font-bold text-seal text-xl tabular-nums leading-snug">
        {number}
      </span>
      <div className="grid gap-2">
        <h3 className="text-lg">{words?.title}</h3>
        <p>
          <Prose text={words?.text ?? ''} facts={facts} />
        </p>
        {step.picture && <StepPicture name={step.picture} />}
        {step.needs.length > 0 && (
          <p className="text-sm">
            <strong>{t('needs.label')}</strong>{' '}
            {formatList(
              locale,
              step.needs.map((need) => t(`needs.${need}`)),
            )}
          </p>
        )}
        {step.actions.map((action) => (
          <ActionCard
            key={'fact' in action ? action.fact : action.phrase}
            action={action}
            facts={facts}
            phrases={guide.words.phrases}
          />
        ))}
        <Listed keys={step.facts} facts={facts} isOpen={isOpen} />
      </div>
    </li>
  )
}

/** What the ledger says about it, word for word, with source; behind a fold, so that the steps stay a walk. */
async function Listed({ keys, facts, isOpen }: { keys: readonly string[]; facts: Facts; isOpen: boolean }) {
  const t = await getTranslations('guides')
  const found = keys.flatMap((key): FactView[] => {
    const fact = facts.get(key)
    return fact ? [fact] : []
  })
  if (found.length === 0) return null
  const open = found.filter(({ standing }) => standing === 'open').length
  return (
    <details open={isOpen} className="my-4 rounded-card bg-sunken px-3 py-2">
      <summary className="cursor-pointer">
        {[found.length > open && t('known', { count: found.length - open }), open > 0 && t('unknown', { count: open })]
          .filter(Boolean)
          .join(' · ')}
      </summary>
      <div className="mt-2">
        <FactList facts={found} />
      </div>
    </details>
  )
}
