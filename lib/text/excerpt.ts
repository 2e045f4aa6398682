// Beyond this nothing is looked at: the marks of a long text take time.
const LOOKED_AT = 2_000

/** The beginning of a text as plain words, without the marks of Markdown, cut at a whole character. In a time that is bounded. */
export function excerpt(markdown: string, max: number): string {
  const plain = markdown
    .slice(0, LOOKED_AT)
    .replace(/!?\[([^[\]]{0,200})\]\([^()\s]{0,300}\)/g, '$1')
    .replace(/^[ \t]*[|:-][|: -]*$/gm, ' ')
    .replace(/[*_~`]+/g, '')
    .replace(/[#>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const cut = [...plain.toWellFormed()]
  return cut.length > max ? `${cut.slice(0, max).join('').trimEnd()}…` : plain
}
