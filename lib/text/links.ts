/** HTML that our renderer made (markdown.ts), its links as mere words: the address of a named link is not shown, and nothing can be tapped. */
export function withoutLinks(html: string): string {
  return html.replace(/<\/?a(?:\s[^>]*)?>/g, '')
}

/** Where the links in HTML that our renderer made lead to. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}
