import type { Locale } from '../i18n/locales'
import { troublePath } from '../paths'
import { escapeHtml, offerTroublePage, type Trouble, troubleBody } from '../trouble'
import { finish } from './finish'
import type { Rendered } from './render'

const TITLES = /(<(?:title|h1)\b[^>]*>)[^<]*(<\/(?:title|h1)>)/g
const SLOT = /(<div data-slot="trouble"[^>]*>)[\s\S]*?(<\/div>)/

/** One finished page of trouble per language, made before the first reader, so that it needs nothing when all else is down. */
export class Troubles {
  readonly #pages = new Map<Locale, string>()

  async prepare(
    locales: readonly Locale[],
    render: (url: string, headers: Record<string, string>) => Promise<Rendered>,
  ) {
    for (const locale of locales) {
      const { body } = await render(troublePath(locale), {})
      this.#pages.set(locale, finish(body.toString(), 200, { scripts: 'none' }).html)
    }
    offerTroublePage((locale, trouble) => this.#saying(locale, trouble))
  }

  /** The page as it stands: something failed, try again in a moment. */
  page(locale: Locale): string {
    return this.#pages.get(locale) ?? ''
  }

  #saying(locale: Locale, trouble: Trouble): string {
    const { title } = trouble
    const page = this.page(locale).replace(SLOT, (_all, open, close) => `${open}${troubleBody(trouble)}${close}`)
    return title ? page.replace(TITLES, (_all, open, close) => `${open}${escapeHtml(title)}${close}`) : page
  }
}
