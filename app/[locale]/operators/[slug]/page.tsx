import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExperienceList } from '@/components/experiences/experience-list'
import { FactList } from '@/components/facts/fact-list'
import { GuideGrid } from '@/components/guides/guide-grid'
import { GuideIndex } from '@/components/guides/guide-index'
import { ScamBox } from '@/components/guides/scam-box'
import { Brief } from '@/components/operators/brief'
import { Clocks } from '@/components/operators/clocks'
import { OperatorFrame } from '@/components/operators/operator-frame'
import { Missing } from '@/components/pages/missing'
import { QuestionList } from '@/components/questions/question-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { subjectNameMap } from '@/lib/experiences/names'
import { experienceList } from '@/lib/experiences/queries'
import { clocksOf } from '@/lib/facts/clocks'
import { factsByKey, operatorPage } from '@/lib/facts/queries'
import { officialPage, quickFacts } from '@/lib/facts/quick'
import { guideList } from '@/lib/guides/queries'
import { factsIn } from '@/lib/guides/read'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import {
  askPath,
  followPath,
  guidesPath,
  operatorExperiencesPath,
  operatorFactsPath,
  operatorPath,
  operatorQuestionsPath,
  sharePath,
} from '@/lib/paths'
import { questionList } from '@/lib/questions/queries'
import { ownFirst } from '@/lib/questions/versions'

type Props = PageProps<'/[locale]/operators/[slug]'>

const SHOWN = 5
const LAW_OF_IDENTIFICATION = 'identification-by-payment.validity'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('operators')])
  const operator = await operatorPage(slug, locale)
  if (!operator) return missingMetadata()
  const title = t('hubTitle', { name: operator.name })
  return publicMetadata({ locale, address: (one) => operatorPath(one, slug), title, description: operator.summary })
}

export default async function OperatorHub({ params }: Props) {
  const [{ slug }, locale, t, facts, follow] = await Promise.all([
    params,
    getLocale(),
    getTranslations('operators'),
    getTranslations('facts'),
    getTranslations('follow'),
  ])
  const operator = await operatorPage(slug, locale)
  if (!operator) return <Missing />
  const { brief } = operator
  const [law, told, guides, questions, experiences, names] = await Promise.all([
    factsByKey([LAW_OF_IDENTIFICATION], locale),
    factsIn(brief ? [brief.renew, ...brief.steps, ...brief.beware] : [], locale),
    guideList(locale),
    questionList({ locale, operator: slug }),
    experienceList({ operator: slug }),
    subjectNameMap(locale),
  ])
  const quick = quickFacts(slug, operator.facts)
  const official = officialPage(slug, operator.facts)
  const clocks = clocksOf(slug, operator.facts, law[0])
  const hasClocks = operator.sells === 'prepaid'
  const own = guides.filter((guide) => guide.operators.some((one) => one.slug === slug))
  // The guide that is about this operator alone leads; the others wait further down.
  const whole = own.filter(({ task }) => task === 'operator')
  const ask = `${askPath(locale)}?operator=${slug}`
  const share = `${sharePath(locale)}?operator=${slug}`
  return (
    <OperatorFrame operator={operator} current="hub" address={(one) => operatorPath(one, slug)}>
      {official && (
        <p className="mb-8">
          <LinkButton href={official.url}>
            {t(official.leadsTo === 'topUp' ? 'openTopUp' : 'openSite', { name: operator.name })}
          </LinkButton>
          {official.mustBeChecked && <span className="block text-muted text-sm">{facts('medium')}</span>}
        </p>
      )}
      {whole.length > 0 && (
        <div className="mb-8">
          <GuideGrid guides={whole} level={2} />
        </div>
      )}
      {operator.brief && <Brief name={operator.name} brief={operator.brief} facts={told} />}
      <Section id="quick" title={t('quick')}>
        {quick.length > 0 ? <FactList facts={quick} /> : <p>{t('noQuick')}</p>}
        <p>
          <a href={operatorFactsPath(locale, slug)}>{t('allFacts', { count: operator.facts.length })}</a>
        </p>
      </Section>
      {hasClocks && (
        <Section id="clocks" title={t('clocks')}>
          <p className="max-w-text">{t('clocksLead')}</p>
          <Clocks clocks={clocks} />
        </Section>
      )}
      <ScamBox />
      <Section id="guides" title={t('guides')}>
        {own.length > 0 ? (
          <GuideIndex guides={own} />
        ) : (
          <Empty href={guidesPath(locale)} action={t('everyGuide')}>
            {t('noGuides', { name: operator.name })}
          </Empty>
        )}
      </Section>
      <Section id="questions" title={t('questions')}>
        <p>
          <a href={followPath(locale, { operator: slug })} rel="nofollow">
            {follow('operator', { name: operator.name })}
          </a>
        </p>
        {questions.cards.length > 0 ? (
          <>
            <QuestionList questions={ownFirst(questions.cards, locale).slice(0, SHOWN)} />
            <p className="flex flex-wrap gap-3">
              <LinkButton href={ask}>{t('ask')}</LinkButton>
              <LinkButton href={operatorQuestionsPath(locale, slug)} tone="quiet">
                {t('everyQuestion')}
              </LinkButton>
            </p>
          </>
        ) : (
          <Empty href={ask} action={t('ask')}>
            {t('noQuestions', { name: operator.name })}
          </Empty>
        )}
      </Section>
      <Section id="experiences" title={t('experiences')}>
        {experiences.cards.length > 0 ? (
          <>
            <ExperienceList experiences={experiences.cards.slice(0, SHOWN)} names={names} />
            <p className="flex flex-wrap gap-3">
              <LinkButton href={share}>{t('share')}</LinkButton>
              <LinkButton href={operatorExperiencesPath(locale, slug)} tone="quiet">
                {t('everyExperience')}
              </LinkButton>
            </p>
          </>
        ) : (
          <Empty href={share} action={t('share')}>
            {t('noExperiences', { name: operator.name })}
          </Empty>
        )}
      </Section>
    </OperatorFrame>
  )
}
