import { render } from '@react-email/render'
import { htmlLang, type Locale } from '../i18n/locales'
import { WarningLetter, type WarningTexts } from './warning-letter'
import type { Written } from './written'

type Warning = { texts: WarningTexts; address: string }

/** A warning as plain text and as HTML. Its link opens nothing by itself. */
export async function warning(locale: Locale, { texts, address }: Warning): Promise<Written> {
  const html = await render(<WarningLetter lang={htmlLang[locale]} texts={texts} address={address} />)
  const { subject, greeting, what, about, wasYou, notYou, button } = texts
  const text = [greeting, '', what, ...about, '', wasYou, notYou, '', button, address].join('\n')
  return { subject, text, html, address, aside: undefined }
}
