import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { CodeForm } from '@/components/sign-in/code-form'
import { Ended } from '@/components/sign-in/ended'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { privateMetadata } from '@/lib/pages/metadata'
import { signInCodePath, signInPath } from '@/lib/paths'
import { currentStanding } from '@/lib/sign-in/browser'
import { CHALLENGE_MINUTES } from '@/lib/sign-in/schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return privateMetadata({ title: t('codeTitle'), description: t('lead') })
}

/** "We have sent you a letter": says the same whoever asked. */
export default async function CodePage() {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  const [{ viewer, shown }, { standing, address }] = await Promise.all([currentDraft('confirm'), currentStanding()])
  if (standing !== 'waiting') return <Ended address={signInCodePath} viewer={viewer} />
  return (
    <Frame address={signInCodePath}>
      <PageTitle lead={t('sent', { address: address ?? '', minutes: CHALLENGE_MINUTES })}>{t('codeTitle')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      <CodeForm refusal={shown.refusals.code} />
      <p className="mt-8 max-w-text text-muted">
        {t('noLetter')} <a href={signInPath(locale)}>{t('again')}</a>
      </p>
    </Frame>
  )
}
