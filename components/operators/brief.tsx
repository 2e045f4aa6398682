import { getTranslations } from 'next-intl/server'
import { type Facts, Prose } from '@/components/guides/prose'
import { Section } from '@/components/ui/section'
import type { BriefView } from '@/lib/facts/queries'

/** In a few steps: what a customer of this operator does to renew, and what to look out for. */
export async function Brief({ name, brief, facts }: { name: string; brief: BriefView; facts: Facts }) {
  const t = await getTranslations('operators')
  return (
    <Section id="brief" title={t('brief', { name })}>
      <div className="grid max-w-text gap-3">
        <p>
          <Prose text={brief.renew} facts={facts} />
        </p>
        <ol className="grid list-decimal gap-2 pl-6 marker:font-bold marker:text-seal">
          {brief.steps.map((step) => (
            <li key={step}>
              <Prose text={step} facts={facts} />
            </li>
          ))}
        </ol>
        {brief.beware.length > 0 && (
          <div>
            <h3 className="text-lg">{t('beware')}</h3>
            <ul className="grid list-disc gap-1 pl-6">
              {brief.beware.map((line) => (
                <li key={line}>
                  <Prose text={line} facts={facts} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  )
}
