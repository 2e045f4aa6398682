import type { ReactNode } from 'react'

/** What a control needs in order to be understood: ids of its hint and of what is wrong with it. */
export type FieldTexts = { name: string; label: string; hint?: string; refusal?: string }

export function describedBy({ name, hint, refusal }: FieldTexts): string | undefined {
  const ids = [refusal && `${name}-refusal`, hint && `${name}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A label, a hint, what is wrong, and the control between them. */
export function Field({ texts, children }: { texts: FieldTexts; children: ReactNode }) {
  const { name, label, hint, refusal } = texts
  return (
    <div className={refusal ? 'border-seal border-l-4 pl-3' : undefined}>
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {refusal && (
        <p id={`${name}-refusal`} className="font-semibold text-seal text-sm">
          {refusal}
        </p>
      )}
      {children}
    </div>
  )
}

export const controlShape = 'mt-1 block w-full rounded-card border border-muted bg-surface px-3 py-2'

export function TextField({
  texts,
  value,
  type = 'text',
  maxLength,
  autoComplete,
}: {
  texts: FieldTexts
  value: string
  type?: 'text' | 'email'
  maxLength: number
  autoComplete?: string
}) {
  return (
    <Field texts={texts}>
      <input
        id={texts.name}
        name={texts.name}
        type={type}
        defaultValue={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        aria-describedby={describedBy(texts)}
        aria-invalid={texts.refusal ? true : undefined}
        className={controlShape}
      />
    </Field>
  )
}
