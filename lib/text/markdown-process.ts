import { workOn } from '../apart/bench'
import { isBloated, toHtml } from './markdown'

workOn((text: string) => {
  const html = toHtml(text)
  return isBloated(text, html) ? undefined : html
})
