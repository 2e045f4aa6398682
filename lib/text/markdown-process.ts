import { workOn } from '../apart/bench'
import { isBloated, toHtmlNaming } from './markdown'
import type { People } from './mentions'

workOn(({ text, people }: { text: string; people: People }) => {
  const { html, named } = toHtmlNaming(text, people)
  return isBloated(text, html) ? undefined : { html, named }
})
