import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { newAddressConfirmationsDoor } from '@/lib/doors'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { newAddressPath, waysInPath } from '@/lib/paths'
import { isNewAddressLink } from '@/lib/ways-in/queries'

type Props = PageProps<'/[locale]/me/ways-in/link/[token]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waysIn')
  // The address of this page is a key: it goes to no other site.
  return { ...(await privateMetadata({ title: t('addTitle'), description: t('lead') })), referrer: 'same-origin' }
}

/** Where the letter to one more address leads. Opening it does nothing: a button does. Works only for the member who asked for it. */
export default async function NewAddressPage({ params }: Props) {
  const [{ token }, t, locale] = await Promise.all([params, getTranslations('waysIn'), getLocale()])
  const { viewer, shown } = await currentDraft('proveAddress')
  const isUsable = viewer.id !== null && (await isNewAddressLink(viewer, token))
  return (
    <Frame address={(one) => newAddressPath(one, token)} isSecret>
      <PageTitle lead={isUsable ? t('linkLead') : t('linkElsewhere')}>{t('addTitle')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {isUsable ? (
        <form method="post" action={newAddressConfirmationsDoor}>
          <Hidden fields={{ locale, link: token, key: newId() }} />
          <Button>{t('confirm')}</Button>
        </form>
      ) : (
        <LinkButton href={waysInPath(locale)} tone="quiet">
          {t('back')}
        </LinkButton>
      )}
    </Frame>
  )
}
