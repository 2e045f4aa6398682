import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { ClearForm } from '@/components/members/clear-form'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { isAdministrator, isModerator } from '@/lib/accounts/policy'
import { currentDrafts, nothing } from '@/lib/door/current-draft'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { CLEARED, feedbackAboutPath, flairsPath, memberMinePath, memberPath, myProfilePath } from '@/lib/paths'
import { memberNamed } from '@/lib/profiles/said'

type Props = PageProps<'/[locale]/members/[handle]/mine'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [member, t] = await Promise.all([memberNamed((await params).handle), getTranslations('memberMine')])
  if (!member) return missingMetadata()
  return privateMetadata({ title: t('title', { handle: member.handle }), description: t('lead') })
}

/** Everything that this viewer may do about a member, without a script: the profile itself is the same for everybody. */
export default async function MemberMinePage({ params }: Props) {
  const member = await memberNamed((await params).handle)
  if (!member) return <Missing />
  const [t, profile, locale] = await Promise.all([
    getTranslations('memberMine'),
    getTranslations('profile'),
    getLocale(),
  ])
  const { viewer, shown } = await currentDrafts(['clearProfile'])
  const { handle } = member
  const draft = shown.get('clearProfile') ?? nothing
  const refused = draft.values.member === handle ? draft : nothing
  return (
    <Frame address={(one) => memberMinePath(one, handle)}>
      <PageTitle lead={t('lead')}>{t('title', { handle })}</PageTitle>
      <OnTarget id={CLEARED}>{t('cleared')}</OnTarget>
      {refused.reason && <Refused reason={refused.reason} hasWords={false} />}
      <p className="mb-8">
        <a href={memberPath(locale, handle)}>{t('back')}</a>
      </p>
      {viewer.id === member.id ? (
        <p className="mb-8">
          {t('own')} <a href={myProfilePath(locale)}>{profile('title')}</a>
        </p>
      ) : (
        <Section id="report" title={t('report')}>
          <p className="max-w-text">{t('reportText')}</p>
          <p>
            <LinkButton href={feedbackAboutPath(locale, memberPath(locale, handle))} tone="quiet">
              {t('report')}
            </LinkButton>
          </p>
        </Section>
      )}
      {isModerator(viewer) && (
        <Section id="moderate" title={t('moderate')}>
          {member.hasName || member.hasAbout || member.hasPicture ? (
            <ClearForm member={member} values={refused.values} refusals={refused.refusals} />
          ) : (
            <p>{t('nothing')}</p>
          )}
        </Section>
      )}
      {isAdministrator(viewer) && (
        <p>
          <a href={flairsPath(locale, handle)}>{t('vouch')}</a>
        </p>
      )}
    </Frame>
  )
}
