import { getLocale, getTranslations } from 'next-intl/server'
import { FormEnd } from '@/components/posts/form-end'
import { TextArea } from '@/components/posts/text-area'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { questionsDoor } from '@/lib/doors'
import { BODY_MAX, TITLE_MAX } from '@/lib/posts/schema'

export type AskFields = { title: string; body: string; operator: string }

export async function AskForm({
  values,
  refusals,
  submission,
  operators,
  isGuest,
}: {
  values: AskFields
  refusals: Partial<AskFields>
  submission: string
  operators: readonly { slug: string; name: string }[]
  isGuest: boolean
}) {
  const [t, forms, locale] = await Promise.all([getTranslations('ask'), getTranslations('forms'), getLocale()])
  return (
    <form id="ask" method="post" action={questionsDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale, key: submission }} />
      <Select
        texts={{ name: 'operator', label: t('operator'), hint: t('operatorHint'), refusal: refusals.operator }}
        value={values.operator}
        choices={operators.map(({ slug, name }) => ({ value: slug, text: name }))}
        empty={t('noOperator')}
      />
      <TextField
        texts={{
          name: 'title',
          label: t('question'),
          hint: t('questionHint', { max: TITLE_MAX }),
          refusal: refusals.title,
        }}
        value={values.title}
        isRequired
      />
      <TextArea
        texts={{
          name: 'body',
          label: t('details'),
          hint: `${t('detailsHint', { max: BODY_MAX })} ${forms('markdown')}`,
          refusal: refusals.body,
        }}
        value={values.body}
        rows={9}
        isRequired={false}
      />
      <FormEnd isGuest={isGuest} button={t('send')} />
    </form>
  )
}
