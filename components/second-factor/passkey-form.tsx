import { getLocale, getTranslations } from 'next-intl/server'
import { PasskeyIsland } from '@/components/layout/island'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { passkeySignInDoor, passkeysDoor } from '@/lib/doors'

type Props = {
  purpose: 'add' | 'signIn'
  /** What the browser is told, but for the challenge. None where passkeys cannot work at all. */
  options: object | undefined
  button: string
  tone?: 'main' | 'quiet'
  /** Said in the place of the button until our script runs, and where it cannot. */
  otherwise: string
  onward?: string | undefined
}

/** The one button that needs a script: passkeys live in the browser. Whoever has none reads which other way there is. */
export async function PasskeyForm({ purpose, options, button, tone = 'main', otherwise, onward }: Props) {
  const [t, locale] = await Promise.all([getTranslations('secondStep'), getLocale()])
  if (!options) return <p className="max-w-text text-muted">{t('notHere')}</p>
  return (
    <div
      data-passkey={purpose}
      data-options={JSON.stringify(options)}
      data-cancelled={t('cancelled')}
      data-failed={t('failed')}
      data-already={t('already')}
    >
      <p data-otherwise className="max-w-text text-muted">
        {otherwise}
      </p>
      <form method="post" action={purpose === 'add' ? passkeysDoor : passkeySignInDoor} hidden>
        <Hidden fields={{ locale, onward, response: '' }} />
        <Button tone={tone}>{button}</Button>
      </form>
      <p role="alert" className="mt-2 max-w-text font-semibold text-seal empty:hidden" />
      <PasskeyIsland />
    </div>
  )
}
