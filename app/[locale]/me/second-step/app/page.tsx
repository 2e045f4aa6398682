import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { QrCode } from '@/components/second-factor/qr-code'
import { Button, LinkButton } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { currentDraft } from '@/lib/door/current-draft'
import { appProofsDoor } from '@/lib/doors'
import { privateMetadata } from '@/lib/pages/metadata'
import { appSetUpPath, PROVEN, secondStepPath } from '@/lib/paths'
import { myNewApp } from '@/lib/second-factor/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('secondStep.newApp')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** The secret for an authenticator app, as a picture and in letters, and the first code that proves that the app has it. */
export default async function NewAppPage() {
  const [t, sessions, locale, { viewer, shown }] = await Promise.all([
    getTranslations('secondStep.newApp'),
    getTranslations('sessions'),
    getLocale(),
    currentDraft('proveApp'),
  ])
  const app = viewer.id === null ? undefined : await myNewApp(viewer)
  if (!app)
    return (
      <Frame address={appSetUpPath}>
        <PageTitle lead={t('over')}>{t('title')}</PageTitle>
        <LinkButton href={secondStepPath(locale)}>{t('back')}</LinkButton>
      </Frame>
    )
  return (
    <Frame address={appSetUpPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={PROVEN}>{sessions('proven')}</OnTarget>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      <Section id="scan" title={t('scan')}>
        <QrCode text={app.address} label={t('picture')} />
        <p>{t.rich('open', { link: (words) => <a href={app.address}>{words}</a> })}</p>
        <p>
          {t('type')}
          <br />
          <code translate="no" className="font-mono text-lg">
            {inFours(app.secret)}
          </code>
        </p>
      </Section>
      <Section id="prove" title={t('prove')}>
        <form method="post" action={appProofsDoor} className="grid max-w-text gap-4">
          <Hidden fields={{ locale }} />
          <TextField
            texts={{ name: 'code', label: t('code'), hint: t('codeHint'), refusal: shown.refusals.code }}
            value=""
            inputMode="numeric"
            autoComplete="one-time-code"
            isRequired
          />
          <p>
            <Button>{t('confirm')}</Button>
          </p>
        </form>
      </Section>
      <p>
        <a href={secondStepPath(locale)}>{t('back')}</a>
      </p>
    </Frame>
  )
}

// As one types it from a screen.
function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
