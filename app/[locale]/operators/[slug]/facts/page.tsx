import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FactList } from '@/components/facts/fact-list'
import { Provenance } from '@/components/facts/provenance'
import { OperatorFrame } from '@/components/operators/operator-frame'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { factTopics } from '@/lib/facts/kinds'
import { operatorPage } from '@/lib/facts/queries'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { feedbackAboutPath, operatorFactsPath } from '@/lib/paths'

type Props = PageProps<'/[locale]/operators/[slug]/facts'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return missingMetadata()
  const { name } = operator
  return publicMetadata({
    locale,
    address: (one) => operatorFactsPath(one, slug),
    title: t('pageTitles.facts', { name }),
    description: t('factsDescription', { name }),
  })
}

/** All that the ledger knows of an operator: facts by topic, and last what nobody could verify. */
export default async function OperatorFacts({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('facts')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return <Missing />
  const known = operator.facts.filter(({ standing }) => standing === 'fact')
  const open = operator.facts.filter(({ standing }) => standing === 'open')
  const [first] = operator.facts
  return (
    <OperatorFrame operator={operator} current="facts" address={(one) => operatorFactsPath(one, slug)}>
      {first && <Provenance compiledOn={first.compiledOn} />}
      <div className="mt-8 max-w-text">
        {factTopics
          .map((topic) => ({ topic, facts: known.filter((fact) => fact.topic === topic) }))
          .filter(({ facts }) => facts.length > 0)
          .map(({ topic, facts }) => (
            <Section key={topic} id={topic} title={t(`topics.${topic}`)}>
              <FactList facts={facts} hasAnchors />
            </Section>
          ))}
        <Section id="open" title={t('openTitle')}>
          {open.length === 0 ? <p>{t('nothingOpen')}</p> : <p>{t('openLead')}</p>}
          <FactList facts={open} hasAnchors />
          <p>
            <LinkButton href={feedbackAboutPath(locale, operatorFactsPath(locale, slug))} tone="quiet">
              {t('tell')}
            </LinkButton>
          </p>
        </Section>
      </div>
    </OperatorFrame>
  )
}
