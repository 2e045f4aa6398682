import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { MailChoicesForm } from '@/components/notifications/mail-choices-form'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { mailChoices } from '@/lib/notifications/choices'
import { privateMetadata } from '@/lib/pages/metadata'
import { inboxPath, mailChoicesPath, SAVED, signInPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailChoices')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Of what I want letters, and in which language. */
export default async function MailChoicesPage() {
  const [t, locale, { viewer, shown }] = await Promise.all([
    getTranslations('mailChoices'),
    getLocale(),
    currentDraft('mailChoices'),
  ])
  const choices = await mailChoices(viewer)
  return (
    <Frame address={mailChoicesPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={SAVED}>{t('saved')}</OnTarget>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {choices ? (
        <>
          <MailChoicesForm choices={choices} refusal={shown.refusals.letters} />
          <p className="mt-6">
            <a href={inboxPath(locale)}>{t('inbox')}</a>
          </p>
        </>
      ) : (
        <LinkButton href={signInPath(locale, mailChoicesPath(locale))}>{t('signIn')}</LinkButton>
      )}
    </Frame>
  )
}
