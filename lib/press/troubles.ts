import type { Locale } from '../i18n/locales'
import { troublePath } from '../paths'
import { offerTroublePage, type Trouble, troubleBody } from '../trouble'
import { finish } from './finish'
import type { Rendered } from './render'

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
      this.#pages.set(locale, finish(body.toString(), 200, { scripts: false }).html)
    }
    offerTroublePage((locale, trouble) => this.#saying(locale, trouble))
  }

  /** The page as it stands: something failed, try again in a moment. */
  page(locale: Locale): string {
    return this.#pages.get(locale) ?? ''
  }

  #saying(locale: Locale, trouble: Trouble): string {
    return this.page(locale).replace(SLOT, (_all, open, close) => `${open}${troubleBody(trouble)}${close}`)
  }
}
