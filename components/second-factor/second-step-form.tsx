import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { secondStepDoor } from '@/lib/doors'

/** `isMain`: nothing on the page is easier. */
type Props = { hasApp: boolean; isMain: boolean; refusal: string | undefined; onward: string | undefined }

/** One field for whatever the member has at hand: digits of the app, or a code from paper. */
export async function SecondStepForm({ hasApp, isMain, refusal, onward }: Props) {
  const [t, locale] = await Promise.all([getTranslations('secondStep.signIn'), getLocale()])
  const label = hasApp ? t('code') : t('recovery')
  const hint = hasApp ? t('codeHint') : t('recoveryHint')
  return (
    <form method="post" action={secondStepDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale, onward }} />
      <TextField texts={{ name: 'code', label, hint, refusal }} value="" autoComplete="one-time-code" isRequired />
      <p>
        <Button tone={isMain ? 'main' : 'quiet'}>{t('confirm')}</Button>
      </p>
    </form>
  )
}
