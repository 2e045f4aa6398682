import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { NewAddressCodeForm, NewAddressForm } from '@/components/ways-in/address-forms'
import { LinkButtons } from '@/components/ways-in/link-buttons'
import { WayList } from '@/components/ways-in/way-list'
import { FRESH_MINUTES } from '@/lib/accounts/fresh'
import { currentDrafts, nothing } from '@/lib/door/current-draft'
import { privateMetadata } from '@/lib/pages/metadata'
import { accountPath, NEW_ADDRESS, PROVEN, signInPath, WAY_ADDED, WAY_REMOVED, waysInPath } from '@/lib/paths'
import { CHALLENGE_MINUTES } from '@/lib/sign-in/schema'
import { myWaysIn } from '@/lib/ways-in/queries'
import { BUTTONS } from '@/lib/ways-in/schema'

const DOORS = ['addAddress', ...BUTTONS]

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waysIn')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** How I can sign in: addresses, and accounts elsewhere. */
export default async function WaysInPage() {
  const [t, account, sessions, locale, { viewer, shown }] = await Promise.all([
    getTranslations('waysIn'),
    getTranslations('account'),
    getTranslations('sessions'),
    getLocale(),
    currentDrafts(DOORS),
  ])
  if (viewer.id === null)
    return (
      <Frame address={waysInPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, waysInPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const { addresses, linked, linkable, waiting } = await myWaysIn(viewer)
  const reason = [...shown.values()].find((one) => one.reason)?.reason
  const [adding, proving] = [shown.get('addAddress') ?? nothing, shown.get('proveAddress') ?? nothing]
  return (
    <Frame address={waysInPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={WAY_ADDED}>{t('added')}</OnTarget>
      <OnTarget id={WAY_REMOVED}>{t('removed')}</OnTarget>
      <OnTarget id={PROVEN}>{sessions('proven')}</OnTarget>
      {reason && <Refused reason={reason} hasWords={Boolean(adding.reason)} />}
      {waiting && (
        <Section id={NEW_ADDRESS} title={t('waitingTitle')}>
          <p className="max-w-text break-words">{t('waiting', { address: waiting, minutes: CHALLENGE_MINUTES })}</p>
          <NewAddressCodeForm refusal={proving.refusals.code} />
        </Section>
      )}
      <Section id="addresses" title={t('addresses')}>
        {addresses.length === 0 ? <p className="max-w-text">{t('noAddress')}</p> : <WayList ways={addresses} />}
      </Section>
      <Section id="add" title={t('addTitle')}>
        <NewAddressForm email={adding.values.email ?? ''} refusal={adding.refusals.email} />
      </Section>
      {(linked.length > 0 || linkable.length > 0) && (
        <Section id="linked" title={t('linked')}>
          {linked.length === 0 ? <p>{t('noneLinked')}</p> : <WayList ways={linked} />}
          {linkable.length > 0 && <LinkButtons providers={linkable} />}
        </Section>
      )}
      <p className="mb-6 max-w-text text-muted text-sm">{t('fresh', { minutes: FRESH_MINUTES })}</p>
      <p>
        <a href={accountPath(locale)}>{account('title')}</a>
      </p>
    </Frame>
  )
}
