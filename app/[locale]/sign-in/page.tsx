import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { PasskeyForm } from '@/components/second-factor/passkey-form'
import { StillOwing } from '@/components/second-factor/still-owing'
import { ProviderButtons } from '@/components/sign-in/provider-buttons'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { currentDrafts, nothing } from '@/lib/door/current-draft'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { accountPath, LEFT, localPath, proveAgainPath, SIGNED_OUT, signInPath } from '@/lib/paths'
import { configuredProviders } from '@/lib/providers/configured'
import { passkeyOptions } from '@/lib/second-factor/options'

const DOORS = ['signIn', 'signInWithPasskey', 'visit', 'arrive']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const [t, sessions, passkey, locale, { next, again }] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('sessions'),
    getTranslations('secondStep.withPasskey'),
    getLocale(),
    searchParams,
  ])
  const [{ viewer, shown: drafts }, options] = await Promise.all([currentDrafts(DOORS), passkeyOptions()])
  const shown = drafts.get('signIn') ?? nothing
  const reason = [...drafts.values()].find((one) => one.reason)?.reason
  const onward = localPath(typeof next === 'string' ? next : undefined, env().publicUrl)
  // Also when the form was refused: its page is told only where to go on.
  const isAgain = viewer.id !== null && onward !== undefined && (again === '1' || reason !== undefined)
  return (
    <Frame address={(one) => (isAgain ? proveAgainPath(one, onward) : signInPath(one, onward))}>
      {isAgain ? (
        <PageTitle lead={sessions('againLead', { handle: viewer.handle })}>{sessions('again')}</PageTitle>
      ) : (
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      )}
      {viewer.id !== null && !isAgain && (
        <Notice>
          <p className="mb-3">{t('already', { handle: viewer.handle })}</p>
          <LinkButton href={onward ?? accountPath(locale)}>{t('goOn')}</LinkButton>
        </Notice>
      )}
      {(viewer.id === null || isAgain) && (
        <>
          <OnTarget id={SIGNED_OUT}>{t('signedOut')}</OnTarget>
          <OnTarget id={LEFT}>{t('left')}</OnTarget>
          {onward && !isAgain && <p className="mb-6 max-w-text font-semibold">{t('wordsWait')}</p>}
          {viewer.id === null && viewer.owes && <StillOwing onward={onward} />}
          {reason && <Refused reason={reason} hasWords={Boolean(shown.reason)} />}
          <SignInForm
            email={shown.values.email ?? ''}
            refusal={shown.refusals.email}
            onward={onward}
            submission={newId()}
          />
          <div className="mt-10">
            <Section id="passkey" title={passkey('title')}>
              {options && <p className="max-w-text">{passkey('text')}</p>}
              <PasskeyForm
                purpose="signIn"
                options={options}
                button={passkey('button')}
                tone="quiet"
                otherwise={passkey('withoutScript')}
                onward={onward}
              />
            </Section>
          </div>
          <ProviderButtons providers={configuredProviders()} onward={onward} />
        </>
      )}
    </Frame>
  )
}
