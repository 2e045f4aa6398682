import { controlOf, Field, type FieldTexts } from '@/components/ui/field'

export function TextArea({
  texts,
  value,
  rows = 6,
  isRequired = true,
}: {
  texts: FieldTexts
  value: string
  rows?: number
  isRequired?: boolean
}) {
  return (
    <Field texts={texts}>
      <textarea {...controlOf(texts)} rows={rows} required={isRequired} defaultValue={value} />
    </Field>
  )
}
