import { getLocale, getTranslations } from 'next-intl/server'
import { TextArea } from '@/components/posts/text-area'
import { Button } from '@/components/ui/button'
import { CheckBoxes } from '@/components/ui/check-boxes'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { profilesDoor } from '@/lib/doors'
import { localeNames, locales } from '@/lib/i18n/locales'
import type { MyProfile } from '@/lib/profiles/mine'
import { ABOUT_MAX } from '@/lib/profiles/schema'

const switches = ['showsLanguages', 'showsOperators', 'showsContributions'] as const

/** Who I am here, all at once: what is left out is gone. */
export async function ProfileForm({
  values,
  refusals,
  operators,
  nameMax,
}: {
  values: MyProfile
  refusals: Record<string, string>
  operators: readonly { slug: string; name: string }[]
  nameMax: number
}) {
  const [t, forms, locale] = await Promise.all([getTranslations('profile'), getTranslations('forms'), getLocale()])
  return (
    <form method="post" action={profilesDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale }} />
      <TextField
        texts={{
          name: 'name',
          label: t('name'),
          hint: t('nameHint', { max: nameMax }),
          refusal: refusals.name,
        }}
        value={values.name}
        autoComplete="nickname"
      />
      <TextArea
        texts={{
          name: 'body',
          label: t('about'),
          hint: `${t('aboutHint', { max: ABOUT_MAX })} ${forms('markdown')}`,
          refusal: refusals.body,
        }}
        value={values.body}
        isRequired={false}
      />
      <CheckBoxes
        id="languages"
        legend={t('languages')}
        refusal={refusals.languages}
        boxes={locales.map((one) => ({
          name: 'languages[]',
          value: one,
          text: localeNames[one],
          isChecked: values.languages.includes(one),
        }))}
      />
      <CheckBoxes
        id="operators"
        legend={t('operators')}
        refusal={refusals.operators}
        boxes={operators.map(({ slug, name }) => ({
          name: 'operators[]',
          value: slug,
          text: name,
          isChecked: values.operators.includes(slug),
        }))}
      />
      <CheckBoxes
        id="shown"
        legend={t('shown')}
        hint={t('shownHint')}
        boxes={switches.map((name) => ({ name, value: 'yes', text: t(name), isChecked: values[name] }))}
      />
      <p className="text-sm">{forms('noSecrets')}</p>
      <p>
        <Button>{t('save')}</Button>
      </p>
    </form>
  )
}
