import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExperienceList } from '@/components/experiences/experience-list'
import { GuideIndex } from '@/components/guides/guide-index'
import { HomeHead } from '@/components/home/home-head'
import { Promises } from '@/components/home/promises'
import { WebSite } from '@/components/home/web-site'
import { Frame } from '@/components/layout/frame'
import { QuestionList } from '@/components/questions/question-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { subjectNameMap } from '@/lib/experiences/names'
import { experienceList } from '@/lib/experiences/queries'
import { operatorList } from '@/lib/facts/queries'
import { guideList } from '@/lib/guides/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { askPath, experiencesPath, homePath, operatorPath, operatorsPath, questionsPath, sharePath } from '@/lib/paths'
import { questionList } from '@/lib/questions/queries'
import { ownFirst } from '@/lib/questions/versions'

const SHOWN = 5

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  return publicMetadata({ locale, address: homePath, title: t('tagline'), description: t('description') })
}

export default async function Home() {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  const [guides, operators, questions, experiences, names] = await Promise.all([
    guideList(locale),
    operatorList(locale),
    questionList({ locale }),
    experienceList({}),
    subjectNameMap(locale),
  ])
  return (
    <Frame address={homePath}>
      <WebSite />
      <HomeHead />
      <Section id="guides" title={t('guidesTitle')}>
        <GuideIndex guides={guides} />
      </Section>
      <Section id="operators" title={t('operatorsTitle')}>
        <ul className="flex list-none flex-wrap gap-2">
          {operators
            .filter(({ sells }) => sells === 'prepaid' || sells === 'subscription')
            .map(({ slug, name }) => (
              <li key={slug}>
                <LinkButton href={operatorPath(locale, slug)} tone="quiet">
                  {name}
                </LinkButton>
              </li>
            ))}
        </ul>
        <p>
          <a href={operatorsPath(locale)}>{t('everyOperator')}</a>
        </p>
      </Section>
      <Section id="questions" title={t('questionsTitle')}>
        {questions.cards.length > 0 ? (
          <>
            <QuestionList questions={ownFirst(questions.cards, locale).slice(0, SHOWN)} />
            <p className="flex flex-wrap gap-3">
              <LinkButton href={askPath(locale)}>{t('ask')}</LinkButton>
              <LinkButton href={questionsPath(locale)} tone="quiet">
                {t('everyQuestion')}
              </LinkButton>
            </p>
          </>
        ) : (
          <Empty href={askPath(locale)} action={t('ask')}>
            {t('noQuestions')}
          </Empty>
        )}
      </Section>
      <Section id="experiences" title={t('experiencesTitle')}>
        {experiences.cards.length > 0 ? (
          <>
            <ExperienceList experiences={experiences.cards.slice(0, SHOWN)} names={names} />
            <p>
              <LinkButton href={experiencesPath(locale)} tone="quiet">
                {t('everyExperience')}
              </LinkButton>
            </p>
          </>
        ) : (
          <Empty href={sharePath(locale)} action={t('share')}>
            {t('noExperiences')}
          </Empty>
        )}
      </Section>
      <Promises />
    </Frame>
  )
}
