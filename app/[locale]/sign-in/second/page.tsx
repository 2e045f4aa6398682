import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { PasskeyForm } from '@/components/second-factor/passkey-form'
import { SecondStepForm } from '@/components/second-factor/second-step-form'
import { Ended } from '@/components/sign-in/ended'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { signOutDoor } from '@/lib/doors'
import { env } from '@/lib/env'
import { privateMetadata } from '@/lib/pages/metadata'
import { feedbackPath, localPath, signInSecondPath } from '@/lib/paths'
import { passkeyOptions } from '@/lib/second-factor/options'
import { waysToProve } from '@/lib/second-factor/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondStep.signIn')
  return privateMetadata({ title: t('title'), description: t('pending') })
}

/** The second step of a sign-in, and the only page that a sign-in without it can do anything on. */
export default async function SecondPage({ searchParams }: PageProps<'/[locale]/sign-in/second'>) {
  const [t, secondStep, locale, { next }, { viewer, shown }] = await Promise.all([
    getTranslations('secondStep.signIn'),
    getTranslations('secondStep'),
    getLocale(),
    searchParams,
    currentDraft('secondStep'),
  ])
  const onward = localPath(typeof next === 'string' ? next : undefined, env().publicUrl)
  const address = (one: typeof locale) => signInSecondPath(one, onward)
  const owes = viewer.id === null ? viewer.owes : undefined
  if (!owes) return <Ended address={address} viewer={viewer} />
  const [{ hasApp, hasPasskey }, options] = await Promise.all([waysToProve(owes.memberId), passkeyOptions()])
  return (
    <Frame address={address} isSecret>
      <PageTitle lead={t('lead', { handle: owes.handle })}>{t('title')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {hasPasskey && (
        <div className="mb-8">
          <PasskeyForm
            purpose="signIn"
            options={options}
            button={t('passkey')}
            otherwise={t('withoutScript')}
            onward={onward}
          />
        </div>
      )}
      <SecondStepForm hasApp={hasApp} isMain={!hasPasskey} refusal={shown.refusals.code} onward={onward} />
      <p className="mt-8 max-w-text text-muted text-sm">
        {secondStep.rich('lost', { link: (words) => <a href={feedbackPath(locale)}>{words}</a> })}
      </p>
      <form method="post" action={signOutDoor} className="mt-8">
        <Hidden fields={{ locale }} />
        <Button tone="quiet">{t('leave')}</Button>
      </form>
    </Frame>
  )
}
