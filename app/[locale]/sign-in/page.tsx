import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { accountPath, LEFT, localPath, proveAgainPath, SIGNED_OUT, signInPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const [t, sessions, locale, { next, again }] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('sessions'),
    getLocale(),
    searchParams,
  ])
  const { viewer, shown } = await currentDraft('signIn')
  const onward = localPath(typeof next === 'string' ? next : undefined, env().publicUrl)
  // Also when the form was refused: its page is told only where to go on.
  const isAgain = viewer.id !== null && onward !== undefined && (again === '1' || shown.reason !== undefined)
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
          {shown.reason && <Refused reason={shown.reason} />}
          <SignInForm
            email={shown.values.email ?? ''}
            refusal={shown.refusals.email}
            onward={onward}
            submission={newId()}
          />
        </>
      )}
    </Frame>
  )
}
