import type { Locale } from './i18n/locales'

/** What a page of trouble says, and the form that sends the same words again when they could not be stored. */
export type Trouble = {
  status: number
  /** In place of "something failed on our side", when it did not. */
  title?: string
  sentence: string
  resend?: { action: string; fields: Record<string, string>; button: string }
}
export type TroublePage = (locale: Locale, trouble: Trouble) => string

const place = Symbol.for('xuxin.troublePage')
const shared = globalThis as typeof globalThis & { [place]?: TroublePage }

/** The server holds one finished page of trouble per language, so that it needs nothing when everything else is down. */
export function offerTroublePage(page: TroublePage) {
  shared[place] = page
}

/** The page as HTML. Where no server has offered one (tests, tools) it is bare, but says the same. */
export function troublePage(locale: Locale, trouble: Trouble): string {
  return (
    shared[place]?.(locale, trouble) ??
    `<!doctype html><html lang="${locale}"><title>${trouble.status}</title>${troubleBody(trouble)}</html>`
  )
}

/** The sentence and the form, as they stand inside the page. */
export function troubleBody({ sentence, resend }: Trouble): string {
  const form = resend
    ? `<form method="post" action="${escapeHtml(resend.action)}">${Object.entries(resend.fields).map(hiddenField).join('')}<button>${escapeHtml(resend.button)}</button></form>`
    : ''
  return `<p>${escapeHtml(sentence)}</p>${form}`
}

function hiddenField([name, value]: [string, string]) {
  return `<textarea hidden name="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea>`
}

export function escapeHtml(text: string) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
