import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { signInDoor } from '@/lib/doors'
import { documentPath } from '@/lib/paths'

type Props = { email: string; refusal: string | undefined; onward: string | undefined; submission: string }

export async function SignInForm({ email, refusal, onward, submission }: Props) {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  return (
    <form method="post" action={signInDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale, onward, key: submission }} />
      <TextField
        texts={{ name: 'email', label: t('email'), hint: t('emailHint'), refusal }}
        value={email}
        type="email"
        autoComplete="email"
        isRequired
      />
      <p className="text-sm">
        {t.rich('privacy', { link: (words) => <a href={documentPath(locale, 'privacy')}>{words}</a> })}
      </p>
      <p>
        <Button>{t('send')}</Button>
      </p>
    </form>
  )
}
