import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { CheckBoxes } from '@/components/ui/check-boxes'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { clearancesDoor } from '@/lib/doors'
import type { Named } from '@/lib/profiles/said'
import { clearable, clearingReasons } from '@/lib/profiles/schema'

type Texts = { values: Record<string, string>; refusals: Record<string, string> }

/** Empties what a member says of themselves: for moderators. */
export async function ClearForm({ member, values, refusals }: Texts & { member: Named }) {
  const [t, forms, reasons, locale] = await Promise.all([
    getTranslations('memberMine'),
    getTranslations('forms'),
    getTranslations('removalReasons'),
    getLocale(),
  ])
  const has = { name: member.hasName, about: member.hasAbout, picture: member.hasPicture }
  const said = clearable.filter((part) => has[part])
  return (
    <form method="post" action={clearancesDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale, member: member.handle }} />
      <p>{t('clearText')}</p>
      <CheckBoxes
        id="what"
        legend={t('what')}
        refusal={refusals.what}
        boxes={said.map((name) => ({ name, value: 'yes', text: t(name), isChecked: values[name] === 'yes' }))}
      />
      <Select
        texts={{ name: 'reason', label: t('reason'), refusal: refusals.reason }}
        value={values.reason ?? ''}
        choices={clearingReasons.map((reason) => ({ value: reason, text: reasons(reason) }))}
        empty={forms('choose')}
        isRequired
      />
      <p>
        <Button>{t('clear')}</Button>
      </p>
    </form>
  )
}
