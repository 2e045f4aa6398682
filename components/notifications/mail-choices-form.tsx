import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { localeNames, locales } from '@/lib/i18n/locales'
import type { MailChoices } from '@/lib/notifications/choices'
import { LETTERS_PER_DAY, MAIL_DELAY_MINUTES, notificationKinds } from '@/lib/notifications/kinds'
import { mailChoicesDoor } from '@/lib/paths'

export async function MailChoicesForm({ choices, refusal }: { choices: MailChoices; refusal: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('mailChoices'), getLocale()])
  return (
    <form method="post" action={mailChoicesDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale }} />
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('kinds')}</legend>
        {notificationKinds.map((kind) => (
          <label key={kind} className="flex items-baseline gap-3 py-1">
            <input type="checkbox" name={kind} defaultChecked={choices.wanted.has(kind)} className="h-5 w-5 shrink-0" />
            <span>{t(`names.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="text-muted text-sm">{t('when', { minutes: MAIL_DELAY_MINUTES, letters: LETTERS_PER_DAY })}</p>
      <Select
        texts={{ name: 'letters', label: t('language'), refusal }}
        value={choices.letters}
        choices={locales.map((one) => ({ value: one, text: localeNames[one] }))}
        empty={t('language')}
        isRequired
      />
      <p>
        <Button>{t('save')}</Button>
      </p>
    </form>
  )
}
