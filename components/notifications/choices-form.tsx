import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { choicesDoor } from '@/lib/doors'
import { localeNames, locales } from '@/lib/i18n/locales'
import type { Choices } from '@/lib/notifications/choices'
import { LETTERS_PER_DAY, MAIL_DELAY_MINUTES } from '@/lib/notifications/kinds'
import { ChoicesTable } from './choices-table'
import { QuietHours } from './quiet-hours'

const frequencies = ['never', 'daily', 'weekly'] as const

/** Of what I want to be told, how and when, all at once. `unseenDays`: after so many without a visit no round-up comes. */
export async function ChoicesForm({
  choices,
  refusals,
  unseenDays,
}: {
  choices: Choices
  refusals: Record<string, string>
  unseenDays: number
}) {
  const [t, locale] = await Promise.all([getTranslations('choices'), getLocale()])
  return (
    <form method="post" action={choicesDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale }} />
      <ChoicesTable wanted={choices.wanted} />
      <p className="text-muted text-sm">{t('when', { minutes: MAIL_DELAY_MINUTES, letters: LETTERS_PER_DAY })}</p>
      <QuietHours reach={choices.reach} refusals={refusals} />
      <Select
        texts={{
          name: 'digest',
          label: t('digest'),
          hint: t('digestHint', { days: unseenDays }),
          refusal: refusals.digest,
        }}
        value={choices.reach.digest}
        choices={frequencies.map((one) => ({ value: one, text: t(`frequencies.${one}`) }))}
      />
      <Select
        texts={{ name: 'letters', label: t('language'), refusal: refusals.letters }}
        value={choices.letters}
        choices={locales.map((one) => ({ value: one, text: localeNames[one] }))}
        isRequired
      />
      <p>
        <Button>{t('save')}</Button>
      </p>
    </form>
  )
}
