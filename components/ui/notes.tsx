/** How a control or a group of them is described: by a hint, and by what is wrong with it. */
type Noted = { id: string; hint?: string | undefined; refusal?: string | undefined }

/** What `aria-describedby` names, or nothing. */
export function describedBy({ id, hint, refusal }: Noted): string | undefined {
  return [refusal && `${id}-refusal`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
}

/** What stands out at the side while something is wrong. */
export function markOf({ refusal }: Pick<Noted, 'refusal'>): string | undefined {
  return refusal ? 'border-seal border-l-4 pl-3' : undefined
}

/** A hint, and what is wrong. */
export function Notes({ id, hint, refusal }: Noted) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {refusal && (
        <p id={`${id}-refusal`} className="font-semibold text-seal text-sm">
          {refusal}
        </p>
      )}
    </>
  )
}
