import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { handlesDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import { HANDLE_KEPT_DAYS } from '@/lib/profiles/schema'

/** Another handle; or, where one was taken lately, from when on it can be done again. */
export async function RenameForm({
  value,
  refusal,
  from,
  limits,
}: {
  value: string
  refusal: string | undefined
  from: Date | undefined
  limits: { min: number; max: number }
}) {
  const [t, signIn, locale] = await Promise.all([getTranslations('profile'), getTranslations('signIn'), getLocale()])
  if (from) return <p className="max-w-text">{t('renameFrom', { day: formatDay(locale, from) })}</p>
  return (
    <form method="post" action={handlesDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale }} />
      <p>{t('renameText', { days: HANDLE_KEPT_DAYS })}</p>
      <TextField
        texts={{
          name: 'handle',
          label: t('handle'),
          hint: signIn('handleHint', limits),
          refusal,
        }}
        value={value}
        autoComplete="username"
        isRequired
      />
      <p>
        <Button tone="quiet">{t('rename')}</Button>
      </p>
    </form>
  )
}
