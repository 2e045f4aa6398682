import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Ended } from '@/components/sign-in/ended'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { HANDLE_MAX, HANDLE_MIN } from '@/lib/accounts/handle'
import { currentDraft } from '@/lib/door/current-draft'
import { membersDoor } from '@/lib/doors'
import { privateMetadata } from '@/lib/pages/metadata'
import { documentPath, signInHandlePath } from '@/lib/paths'
import { currentStanding } from '@/lib/sign-in/browser'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return privateMetadata({ title: t('handleTitle'), description: t('lead') })
}

/** At the first sign-in: the name under which one writes here. */
export default async function HandlePage() {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  const [{ viewer, shown }, { standing }] = await Promise.all([currentDraft('join'), currentStanding()])
  const to = (name: 'rules' | 'privacy') => (words: React.ReactNode) => <a href={documentPath(locale, name)}>{words}</a>
  if (standing !== 'proven') return <Ended address={signInHandlePath} viewer={viewer} />
  return (
    <Frame address={signInHandlePath}>
      <PageTitle lead={t('handleLead')}>{t('handleTitle')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} />}
      <form method="post" action={membersDoor} className="grid max-w-text gap-4">
        <Hidden fields={{ locale }} />
        <TextField
          texts={{
            name: 'handle',
            label: t('handle'),
            hint: t('handleHint', { min: HANDLE_MIN, max: HANDLE_MAX }),
            refusal: shown.refusals.handle,
          }}
          value={shown.values.handle ?? ''}
          autoComplete="username"
          isRequired
        />
        <p>{t.rich('agree', { rules: to('rules'), privacy: to('privacy') })}</p>
        <p>
          <Button>{t('join')}</Button>
        </p>
      </form>
    </Frame>
  )
}
