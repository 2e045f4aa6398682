import { getLocale, getTranslations } from 'next-intl/server'
import { TextArea } from '@/components/posts/text-area'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { Select } from '@/components/ui/select'
import { flairsDoor } from '@/lib/doors'
import { flairKinds } from '@/lib/moderation/schema'

type Texts = { values: Record<string, string>; refusals: Record<string, string> }

/** Vouches for what a member is. */
export async function GrantForm({
  values,
  refusals,
  operators,
}: Texts & { operators: readonly { slug: string; name: string }[] }) {
  const [t, forms, locale] = await Promise.all([getTranslations('flairs'), getTranslations('forms'), getLocale()])
  return (
    <form method="post" action={flairsDoor} className="grid max-w-text gap-4">
      <Hidden fields={{ locale }} />
      <TextField
        texts={{ name: 'member', label: t('member'), refusal: refusals.member }}
        value={values.member ?? ''}
        autoComplete="off"
        isRequired
      />
      <Select
        texts={{ name: 'kind', label: t('kind'), refusal: refusals.kind }}
        value={values.kind ?? ''}
        choices={flairKinds.map((kind) => ({ value: kind, text: t(`kinds.${kind}`) }))}
        empty={forms('choose')}
        isRequired
      />
      <Select
        texts={{ name: 'operator', label: t('operator'), refusal: refusals.operator }}
        value={values.operator ?? ''}
        choices={operators.map(({ slug, name }) => ({ value: slug, text: name }))}
        empty={t('noOperator')}
      />
      <TextArea
        texts={{ name: 'reason', label: t('reason'), hint: t('reasonHint'), refusal: refusals.reason }}
        value={values.reason ?? ''}
        rows={2}
      />
      <p>
        <Button>{t('grant')}</Button>
      </p>
    </form>
  )
}
