/** The fields that every form has besides its own: language, where to go on, and the key of this one filling-in. */
export function Hidden({ fields }: { fields: Record<string, string | number | undefined> }) {
  return Object.entries(fields).map(
    ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  )
}
