import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { SessionItem } from '@/components/sessions/session-item'
import { Button, LinkButton } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { FRESH_MINUTES } from '@/lib/accounts/fresh'
import { currentDrafts } from '@/lib/door/current-draft'
import { everySessionEndingsDoor, otherSessionEndingsDoor } from '@/lib/doors'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { accountPath, PROVEN, SESSIONS_ENDED, sessionsPath, signInPath } from '@/lib/paths'
import { mySessions } from '@/lib/sessions/queries'

const DOORS = ['endSession', 'endOtherSessions', 'endEverySession']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sessions')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Where I am signed in, and how to end it there. */
export default async function SessionsPage() {
  const [t, account, locale, { viewer, shown }] = await Promise.all([
    getTranslations('sessions'),
    getTranslations('account'),
    getLocale(),
    currentDrafts(DOORS),
  ])
  if (viewer.id === null)
    return (
      <Frame address={sessionsPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, sessionsPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const sessions = await mySessions(viewer)
  const reason = [...shown.values()].find((one) => one.reason)?.reason
  return (
    <Frame address={sessionsPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={SESSIONS_ENDED}>{t('ended')}</OnTarget>
      <OnTarget id={PROVEN}>{t('proven')}</OnTarget>
      {reason && <Refused reason={reason} hasWords={false} />}
      <Section id="list" title={t('list')}>
        <p className="max-w-text text-muted text-sm">{t('honest')}</p>
        <ul className="grid max-w-text gap-3">
          {sessions.map((session) => (
            <SessionItem key={session.id} session={session} submission={newId()} />
          ))}
        </ul>
      </Section>
      {sessions.length > 1 && (
        <Section id="others" title={t('othersTitle')}>
          <p className="max-w-text">{t('othersLead')}</p>
          <form method="post" action={otherSessionEndingsDoor}>
            <Hidden fields={{ locale }} />
            <Button>{t('endOthers')}</Button>
          </form>
        </Section>
      )}
      <Section id="everywhere" title={t('everywhereTitle')}>
        <p className="max-w-text">{t('everywhereLead', { minutes: FRESH_MINUTES })}</p>
        <form method="post" action={everySessionEndingsDoor}>
          <Hidden fields={{ locale }} />
          <Button tone="quiet">{t('endEverywhere')}</Button>
        </form>
      </Section>
      <p>
        <a href={accountPath(locale)}>{account('title')}</a>
      </p>
    </Frame>
  )
}
