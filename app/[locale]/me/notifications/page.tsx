import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { PushScript } from '@/components/layout/island'
import { ChoicesForm } from '@/components/notifications/choices-form'
import { MailRefused } from '@/components/notifications/mail-refused'
import { PushArea } from '@/components/notifications/push-area'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { UNSEEN_DAYS } from '@/lib/digest/write'
import { currentDrafts } from '@/lib/door/current-draft'
import { refusedSince } from '@/lib/mail/try-address'
import { choicesOf } from '@/lib/notifications/choices'
import { typedChoices } from '@/lib/notifications/typed'
import { privateMetadata } from '@/lib/pages/metadata'
import { inboxPath, notificationsPath, SAVED, signInPath } from '@/lib/paths'
import { pushDevices } from '@/lib/push/queries'

const DOORS = ['choices', 'push', 'endPush', 'tryAddress'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('choices')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Of what I want to be told, in which ways, when and in which language. */
export default async function NotificationsPage() {
  const [t, locale, { viewer, shown }] = await Promise.all([
    getTranslations('choices'),
    getLocale(),
    currentDrafts(DOORS),
  ])
  const [choices, push, refused] = await Promise.all([choicesOf(viewer), pushDevices(viewer), refusedSince(viewer)])
  const reason = DOORS.flatMap((door) => shown.get(door)?.reason ?? [])[0]
  const typed = shown.get('choices')
  return (
    <Frame address={notificationsPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={SAVED}>{t('saved')}</OnTarget>
      {reason && <Refused reason={reason} hasWords={false} />}
      {choices && push ? (
        <>
          {refused && <MailRefused since={refused} />}
          <ChoicesForm
            choices={typed?.reason ? typedChoices(choices, typed.values) : choices}
            refusals={typed?.refusals ?? {}}
            unseenDays={UNSEEN_DAYS}
          />
          <div className="mt-10">
            <PushArea vapid={push.key} devices={push.devices} />
          </div>
          <p>
            <a href={inboxPath(locale)}>{t('inbox')}</a>
          </p>
          <PushScript />
        </>
      ) : (
        <LinkButton href={signInPath(locale, notificationsPath(locale))}>{t('signIn')}</LinkButton>
      )}
    </Frame>
  )
}
