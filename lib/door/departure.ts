import type { Locale } from '../i18n/locales'
import { escapeHtml } from '../trouble'

/** The page between us and another site, for the moment until the browser goes on by itself. A link, where it does not. */
export function departurePage(locale: Locale, address: string, words: string): string {
  const [shown, href] = [escapeHtml(words), escapeHtml(address)]
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${shown}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head><body><main><h1><a href="${href}">${shown}</a></h1></main></body></html>`
}
