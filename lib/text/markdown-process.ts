import { isBloated, toHtml } from './markdown'

// The other end of render.ts. When the server goes, its channel closes, nothing is left to wait for, and this process ends.
process.on('message', ({ id, text }: { id: number; text: string }) => {
  const html = toHtml(text)
  process.send?.({ id, html: isBloated(text, html) ? undefined : html })
})
process.send?.('up')
