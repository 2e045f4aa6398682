import { describedBy, markOf, Notes } from './notes'

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
  const noted = { id, hint, refusal }
  return (
    <fieldset aria-describedby={describedBy(noted)} className={markOf(noted)}>
      <legend className="font-semibold">{legend}</legend>
      <Notes {...noted} />
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
