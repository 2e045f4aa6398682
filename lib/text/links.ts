/** HTML that our renderer made (markdown.ts), its links as mere words: the address of a named link is not shown, and nothing can be tapped. */
export function withoutLinks(html: string): string {
  return html.replace(/<\/?a(?:\s[^>]*)?>/g, '')
}
