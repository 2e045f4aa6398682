import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { newAddressConfirmationsDoor, waysInDoor } from '@/lib/doors'
import { newId } from '@/lib/ids'

/** Asks for a letter to one more address. */
export async function NewAddressForm({ email, refusal }: { email: string; refusal: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('waysIn'), getLocale()])
  return (
    <form method="post" action={waysInDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale }} />
      <TextField
        texts={{ name: 'email', label: t('newAddress'), hint: t('newAddressHint'), refusal }}
        value={email}
        type="email"
        autoComplete="email"
        isRequired
      />
      <p>
        <Button tone="quiet">{t('send')}</Button>
      </p>
    </form>
  )
}

/** The six digits of that letter. */
export async function NewAddressCodeForm({ refusal }: { refusal: string | undefined }) {
  const [t, signIn, locale] = await Promise.all([getTranslations('waysIn'), getTranslations('signIn'), getLocale()])
  return (
    <form method="post" action={newAddressConfirmationsDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale, key: newId() }} />
      <TextField
        texts={{ name: 'code', label: signIn('code'), hint: signIn('codeHint'), refusal }}
        value=""
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
      />
      <p>
        <Button>{t('confirm')}</Button>
      </p>
    </form>
  )
}
