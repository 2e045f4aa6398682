import { controlOf, Field, type FieldTexts } from './field'

export type Choice = { value: string; text: string }

/** One of a list. `empty` is the first line, which chooses nothing; without one something is always chosen. */
export function Select({
  texts,
  value,
  choices,
  empty,
  isRequired = false,
}: {
  texts: FieldTexts
  value: string
  choices: readonly Choice[]
  empty?: string
  isRequired?: boolean
}) {
  return (
    <Field texts={texts}>
      <select {...controlOf(texts)} defaultValue={value} required={isRequired}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
