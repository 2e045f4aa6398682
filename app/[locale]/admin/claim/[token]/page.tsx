import type { Metadata } from 'next'
import { io } from 'next/cache'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { Button, LinkButton } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { PageTitle } from '@/components/ui/page-title'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { clock } from '@/lib/clock'
import { claimDoor } from '@/lib/doors'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { claimPath, signInPath } from '@/lib/paths'
import { isClaimable } from '@/lib/sign-in/claim'

type Props = PageProps<'/[locale]/admin/claim/[token]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations('claim')])
  await io() // What follows belongs to one request.
  if (!(await isClaimable(token, clock()))) return missingMetadata()
  return { ...(await privateMetadata({ title: t('title'), description: t('lead') })), referrer: 'same-origin' }
}

/** Where the printed administrator link leads: sign in, then one button. Opening it uses nothing up. */
export default async function ClaimPage({ params }: Props) {
  const [{ token }, viewer, t, locale] = await Promise.all([
    params,
    currentViewer(),
    getTranslations('claim'),
    getLocale(),
  ])
  if (!(await isClaimable(token, clock()))) return <Missing />
  const address = (one: typeof locale) => claimPath(one, token)
  return (
    <Frame address={address} isSecret>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {viewer.id === null ? (
        <LinkButton href={signInPath(locale, address(locale))}>{t('signIn')}</LinkButton>
      ) : (
        <form method="post" action={claimDoor} className="grid gap-3">
          <Hidden fields={{ locale, token }} />
          <p>{t('as', { handle: viewer.handle })}</p>
          <p>
            <Button>{t('claim')}</Button>
          </p>
        </form>
      )}
    </Frame>
  )
}
