type Box = { name: string; value: string; text: string; isChecked: boolean }

/** Several boxes under one question, each as high as a thumb. */
export function CheckBoxes({
  id,
  legend,
  hint,
  refusal,
  boxes,
}: {
  id: string
  legend: string
  hint?: string
  refusal?: string | undefined
  boxes: readonly Box[]
}) {
  const describing = [refusal && `${id}-refusal`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset
      aria-describedby={describing || undefined}
      className={refusal ? 'border-seal border-l-4 pl-3' : undefined}
    >
      <legend className="font-semibold">{legend}</legend>
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
      <div className="mt-1 flex flex-wrap gap-x-5">
        {boxes.map(({ name, value, text, isChecked }) => (
          <label key={`${name} ${value}`} className="flex min-h-10 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={isChecked}
              className="size-5 shrink-0 accent-jade"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
