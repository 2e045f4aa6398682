import type { ReactNode } from 'react'
import { describedBy, markOf, Notes } from './notes'

/**
 * What a control needs in order to be understood: its name, label, hint, and what is wrong with it. `id` where two forms of one page
 * have a field of the same name.
 */
export type FieldTexts = {
  name: string
  id?: string | undefined
  label: string
  hint?: string | undefined
  refusal?: string | undefined
}

export function idOf({ id, name }: FieldTexts): string {
  return id ?? name
}

/** What every control tells a browser and a screen reader of itself. */
export function controlOf(texts: FieldTexts) {
  const id = idOf(texts)
  const { name, hint, refusal } = texts
  return {
    id,
    name,
    'aria-describedby': describedBy({ id, hint, refusal }),
    'aria-invalid': refusal ? true : undefined,
    className: 'mt-1 block w-full rounded-card border border-muted bg-surface px-3 py-2',
  } as const
}

/** A label, a hint, what is wrong, and the control between them. */
export function Field({ texts, children }: { texts: FieldTexts; children: ReactNode }) {
  const { label, hint, refusal } = texts
  const id = idOf(texts)
  return (
    <div className={markOf(texts)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <Notes id={id} hint={hint} refusal={refusal} />
      {children}
    </div>
  )
}

export function TextField({
  texts,
  value,
  type = 'text',
  maxLength,
  autoComplete,
  inputMode,
  isRequired = false,
}: {
  texts: FieldTexts
  value: string
  type?: 'text' | 'email'
  /** Only where a longer text cannot be meant: what a browser cuts off is lost without a word. */
  maxLength?: number
  autoComplete?: string
  inputMode?: 'numeric'
  isRequired?: boolean
}) {
  return (
    <Field texts={texts}>
      <input
        {...controlOf(texts)}
        type={type}
        defaultValue={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        inputMode={inputMode}
        required={isRequired}
      />
    </Field>
  )
}
