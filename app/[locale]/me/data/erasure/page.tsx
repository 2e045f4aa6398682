import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ErasureForm } from '@/components/data/erasure-form'
import { ErasureTerms } from '@/components/data/erasure-terms'
import { LeavingBanner } from '@/components/data/leaving-banner'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { EXCLUSION_DAYS_MAX, GRACE_DAYS, HANDLE_RESERVED_DAYS, REMINDER_DAYS } from '@/lib/accounts/data-terms'
import { FRESH_MINUTES } from '@/lib/accounts/fresh'
import { myErasure } from '@/lib/data/queries'
import { currentDraft } from '@/lib/door/current-draft'
import { privateMetadata } from '@/lib/pages/metadata'
import { erasurePath, myDataPath, PROVEN, signInPath } from '@/lib/paths'

const FIGURES = {
  days: GRACE_DAYS,
  reminder: REMINDER_DAYS,
  reserved: HANDLE_RESERVED_DAYS,
  excluded: EXCLUSION_DAYS_MAX,
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.erasure')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Leaving for good: what happens, and the form. */
export default async function ErasurePage() {
  const [t, data, sessions, account, refusals, locale, { viewer, shown }] = await Promise.all([
    getTranslations('data.erasure'),
    getTranslations('data'),
    getTranslations('sessions'),
    getTranslations('account'),
    getTranslations('refusals'),
    getLocale(),
    currentDraft('askErasure'),
  ])
  const erasure = await myErasure(viewer)
  return (
    <Frame address={erasurePath}>
      <PageTitle lead={viewer.id === null ? data('guest') : t('lead')}>{t('title')}</PageTitle>
      {viewer.id === null && (
        <LinkButton href={signInPath(locale, erasurePath(locale))}>{account('signIn')}</LinkButton>
      )}
      <LeavingBanner erasure={erasure} />
      {viewer.id !== null && !erasure && (
        <>
          <OnTarget id={PROVEN}>{sessions('proven')}</OnTarget>
          {shown.reason && <Refused reason={shown.reason} />}
          <ErasureTerms figures={FIGURES} isSuspended={viewer.isSuspended} />
          <Section id="form" title={t('formTitle')}>
            {viewer.role === 'member' ? (
              <>
                <p className="max-w-text text-muted text-sm">{data('proof', { minutes: FRESH_MINUTES })}</p>
                <ErasureForm handle={viewer.handle} shown={shown} />
              </>
            ) : (
              <p className="max-w-text font-semibold">{refusals('handOverFirst')}</p>
            )}
          </Section>
          <p>
            <a href={myDataPath(locale)}>{t('back')}</a>
          </p>
        </>
      )}
    </Frame>
  )
}
