import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { CodeForm } from '@/components/sign-in/code-form'
import { Ended } from '@/components/sign-in/ended'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { confirmDoor } from '@/lib/doors'
import { privateMetadata } from '@/lib/pages/metadata'
import { signInLinkPath } from '@/lib/paths'
import { currentLinkNeeds } from '@/lib/sign-in/browser'

type Props = PageProps<'/[locale]/sign-in/link/[token]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  // The address of this page is half a key: it goes to no other site.
  return { ...(await privateMetadata({ title: t('linkTitle'), description: t('lead') })), referrer: 'same-origin' }
}

/** Where the link of the letter leads. Opening it does nothing: a button does, so that a mail program's look-ahead uses nothing up. */
export default async function LinkPage({ params }: Props) {
  const [{ token }, t, locale] = await Promise.all([params, getTranslations('signIn'), getLocale()])
  const [{ viewer, shown }, needs] = await Promise.all([currentDraft('confirm'), currentLinkNeeds(token)])
  const address = (one: typeof locale) => signInLinkPath(one, token)
  if (needs === 'ended') return <Ended address={address} viewer={viewer} />
  return (
    <Frame address={address} isSecret>
      <PageTitle lead={needs === 'code' ? t('otherBrowser') : t('linkLead')}>{t('linkTitle')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {needs === 'code' ? (
        <CodeForm link={token} refusal={shown.refusals.code} />
      ) : (
        <form method="post" action={confirmDoor}>
          <Hidden fields={{ locale, link: token }} />
          <Button>{t('confirm')}</Button>
        </form>
      )}
    </Frame>
  )
}
