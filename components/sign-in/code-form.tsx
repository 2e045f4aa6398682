import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { confirmDoor } from '@/lib/doors'

/** The six digits of the letter; with `link`, in a browser that did not ask for it. */
export async function CodeForm({ link, refusal }: { link?: string; refusal: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  return (
    <form method="post" action={confirmDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale, link }} />
      <TextField
        texts={{ name: 'code', label: t('code'), hint: t('codeHint'), refusal }}
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
