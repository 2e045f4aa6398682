import { isBloated, toHtmlNaming } from './markdown'
import type { People } from './mentions'

// The other end of render.ts. When the server goes, its channel closes, nothing is left to wait for, and this process ends.
process.on('message', ({ id, text, people }: { id: number; text: string; people: People }) => {
  const { html, named } = toHtmlNaming(text, people)
  process.send?.({ id, html: isBloated(text, html) ? undefined : html, named })
})
process.send?.('up')
