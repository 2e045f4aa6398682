import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AgreeBanner } from '@/components/data/agree-banner'
import { AgreedList } from '@/components/data/agreed-list'
import { ExportPart } from '@/components/data/export-part'
import { HeldList } from '@/components/data/held-list'
import { LeavingBanner } from '@/components/data/leaving-banner'
import { RolePart } from '@/components/data/role-part'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { EXPORT_DAYS, GRACE_DAYS } from '@/lib/accounts/data-terms'
import { FRESH_MINUTES } from '@/lib/accounts/fresh'
import type { MemberViewer } from '@/lib/accounts/policy'
import { clock } from '@/lib/clock'
import { holdingCounts, myConsents, myErasure, myExport, wordingToAgree } from '@/lib/data/queries'
import { documents } from '@/lib/documents/documents'
import { currentDrafts } from '@/lib/door/current-draft'
import { privateMetadata } from '@/lib/pages/metadata'
import {
  AGREED,
  accountPath,
  EXPORT_ASKED,
  erasurePath,
  myDataPath,
  PROVEN,
  ROLE_LAID_DOWN,
  STAYED,
  signInPath,
} from '@/lib/paths'

const DOORS = ['askExport', 'takeBack', 'layDownRole', 'consent']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What is kept about me, the copy of it, what I agreed to, and the way out. */
export default async function MyDataPage() {
  const [t, account, locale, { viewer, shown }] = await Promise.all([
    getTranslations('data'),
    getTranslations('account'),
    getLocale(),
    currentDrafts(DOORS),
  ])
  if (viewer.id === null)
    return (
      <Frame address={myDataPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, myDataPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const reason = [...shown.values()].find((one) => one.reason)?.reason
  return (
    <Frame address={myDataPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {reason && <Refused reason={reason} hasWords={false} />}
      <Mine viewer={viewer} />
      <p>
        <a href={accountPath(locale)}>{account('title')}</a>
      </p>
    </Frame>
  )
}

async function Mine({ viewer }: { viewer: MemberViewer }) {
  const now = clock()
  const [t, sessions, locale, counts, copy, consents, erasure, wording] = await Promise.all([
    getTranslations('data'),
    getTranslations('sessions'),
    getLocale(),
    holdingCounts(viewer),
    myExport(viewer, now),
    myConsents(viewer),
    myErasure(viewer),
    wordingToAgree(viewer),
  ])
  const mayAsk = copy === undefined || copy.state === 'failed' || copy.mayAskFrom <= now
  const titles = { rules: documents.rules[locale].title, privacy: documents.privacy[locale].title }
  return (
    <>
      <OnTarget id={PROVEN}>{sessions('proven')}</OnTarget>
      <OnTarget id={EXPORT_ASKED}>{t('exportAsked')}</OnTarget>
      <OnTarget id={AGREED}>{t('agreed')}</OnTarget>
      <OnTarget id={STAYED}>{t('stayed')}</OnTarget>
      <OnTarget id={ROLE_LAID_DOWN}>{t('laidDown')}</OnTarget>
      <LeavingBanner erasure={erasure} />
      <AgreeBanner wording={wording} />
      <Section id="held" title={t('heldTitle')}>
        <HeldList counts={counts} />
      </Section>
      <Section id="copy" title={t('exportTitle')}>
        <ExportPart copy={copy} mayAsk={mayAsk} limits={{ days: EXPORT_DAYS, minutes: FRESH_MINUTES }} />
      </Section>
      <Section id="consents" title={t('consentTitle')}>
        <AgreedList consents={consents} titles={titles} />
      </Section>
      {viewer.role !== 'member' && (
        <Section id="role" title={t('roleTitle')}>
          <RolePart role={viewer.role} />
        </Section>
      )}
      {!erasure && viewer.role === 'member' && (
        <Section id="erase" title={t('eraseTitle')}>
          <p className="max-w-text">{t('eraseText', { days: GRACE_DAYS })}</p>
          <p>
            <LinkButton href={erasurePath(locale)} tone="quiet">
              {t('eraseLink')}
            </LinkButton>
          </p>
        </Section>
      )}
    </>
  )
}
