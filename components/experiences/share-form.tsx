import { getLocale, getTranslations } from 'next-intl/server'
import { FormEnd } from '@/components/posts/form-end'
import { TextArea } from '@/components/posts/text-area'
import { Hidden } from '@/components/ui/hidden'
import { type Choice, Select } from '@/components/ui/select'
import { experiencesDoor } from '@/lib/doors'
import { outcomes } from '@/lib/experiences/schema'
import { BODY_MAX } from '@/lib/posts/schema'

export const shareFields = ['operator', 'channel', 'payment', 'outcome', 'month', 'body'] as const
export type ShareFields = Record<(typeof shareFields)[number], string>

export async function ShareForm({
  values,
  refusals,
  submission,
  choices,
  isGuest,
}: {
  values: ShareFields
  refusals: Partial<ShareFields>
  submission: string
  choices: Record<'operator' | 'channel' | 'payment' | 'month', readonly Choice[]>
  isGuest: boolean
}) {
  const [t, forms, names, locale] = await Promise.all([
    getTranslations('share'),
    getTranslations('forms'),
    getTranslations('outcomes'),
    getLocale(),
  ])
  const select = (name: 'operator' | 'channel' | 'payment' | 'month' | 'outcome', given: readonly Choice[]) => (
    <Select
      texts={{ name, label: t(name), refusal: refusals[name] }}
      value={values[name]}
      choices={given}
      empty={forms('choose')}
      isRequired
    />
  )
  return (
    <form id="share" method="post" action={experiencesDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale, key: submission }} />
      {select('operator', choices.operator)}
      {select('channel', choices.channel)}
      {select('payment', choices.payment)}
      {select(
        'outcome',
        outcomes.map((outcome) => ({ value: outcome, text: names(outcome) })),
      )}
      {select('month', choices.month)}
      <TextArea
        texts={{
          name: 'body',
          label: t('story'),
          hint: `${t('storyHint', { max: BODY_MAX })} ${forms('markdown')}`,
          refusal: refusals.body,
        }}
        value={values.body}
      />
      <FormEnd isGuest={isGuest} button={t('send')} />
    </form>
  )
}
