import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { AppPart } from '@/components/second-factor/app-part'
import { CodesPart } from '@/components/second-factor/codes-part'
import { PasskeyForm } from '@/components/second-factor/passkey-form'
import { PasskeyList } from '@/components/second-factor/passkey-list'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { FRESH_MINUTES } from '@/lib/accounts/fresh'
import { currentDrafts } from '@/lib/door/current-draft'
import { privateMetadata } from '@/lib/pages/metadata'
import { accountPath, CODES, FACTOR_ADDED, FACTOR_REMOVED, PROVEN, secondStepPath, signInPath } from '@/lib/paths'
import { newPasskeyOptions } from '@/lib/second-factor/options'
import { myFactors, myNewCodes } from '@/lib/second-factor/queries'

const DOORS = ['addPasskey', 'removePasskey', 'beginApp', 'removeApp', 'makeRecoveryCodes', 'putAwayRecoveryCodes']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondStep')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What I prove myself with besides my mailbox: passkeys, an authenticator app, recovery codes. */
export default async function SecondStepPage() {
  const [t, account, sessions, locale, { viewer, shown }] = await Promise.all([
    getTranslations('secondStep'),
    getTranslations('account'),
    getTranslations('sessions'),
    getLocale(),
    currentDrafts(DOORS),
  ])
  if (viewer.id === null)
    return (
      <Frame address={secondStepPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, secondStepPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const [{ passkeys, appSince, codesLeft }, options, newCodes] = await Promise.all([
    myFactors(viewer),
    newPasskeyOptions(viewer),
    myNewCodes(viewer),
  ])
  const reason = [...shown.values()].find((one) => one.reason)?.reason
  return (
    <Frame address={secondStepPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={FACTOR_ADDED}>{t('added')}</OnTarget>
      <OnTarget id={FACTOR_REMOVED}>{t('removed')}</OnTarget>
      <OnTarget id={PROVEN}>{sessions('proven')}</OnTarget>
      {reason && <Refused reason={reason} hasWords={false} />}
      {viewer.needsSecondFactor && (
        <div className="mb-6 max-w-text">
          <Notice tone="warn">
            <p className="font-semibold">{t('staff')}</p>
          </Notice>
        </div>
      )}
      <p className="mb-8 max-w-text text-muted text-sm">{t('proof', { minutes: FRESH_MINUTES })}</p>
      {newCodes && <CodesSection hasFactor left={codesLeft} fresh={newCodes} />}
      <Section id="passkeys" title={t('passkeys')}>
        <p className="max-w-text">{t('passkeysText')}</p>
        {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} /> : <p>{t('noPasskeys')}</p>}
        <PasskeyForm purpose="add" options={options} button={t('addPasskey')} otherwise={t('withoutScript')} />
      </Section>
      <Section id="app" title={t('app')}>
        <AppPart since={appSince} />
      </Section>
      {!newCodes && (
        <CodesSection hasFactor={passkeys.length > 0 || appSince !== undefined} left={codesLeft} fresh={undefined} />
      )}
      <p>
        <a href={accountPath(locale)}>{account('title')}</a>
      </p>
    </Frame>
  )
}

// New codes stand first: nothing on this page is more urgent.
async function CodesSection(props: Parameters<typeof CodesPart>[0]) {
  const t = await getTranslations('secondStep')
  return (
    <Section id={CODES} title={t('codes')}>
      <CodesPart {...props} />
    </Section>
  )
}
