import { parentPort } from 'node:worker_threads'
import { isBloated, toHtml } from './markdown'

parentPort?.on('message', ({ id, text }: { id: number; text: string }) => {
  const html = toHtml(text)
  parentPort?.postMessage({ id, html: isBloated(text, html) ? undefined : html })
})
