import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatDay } from '../i18n/format'
import { htmlLang, type Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, myDataPath } from '../paths'
import { AccountLetter } from './account-letter'
import type { Letter } from './post'
import type { Written } from './written'

/** The letter about somebody's own data. Its link leads to a page, never to a file, and opens nothing by itself. */
export async function accountWritten(
  locale: Locale,
  { kind, day }: Extract<Letter, { template: 'account' }>['props'],
): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.account' })
  const { SITE_NAME, publicUrl } = env()
  const address = absolute(myDataPath(locale), publicUrl)
  const values = { site: SITE_NAME, day: formatDay(locale, new Date(day)) }
  const texts = {
    subject: t(`${kind}.subject`, values),
    lead: t(`${kind}.lead`, values),
    more: t(`${kind}.more`, values),
    button: t(`${kind}.button`),
    notYou: t('notYou'),
  }
  const html = await render(<AccountLetter lang={htmlLang[locale]} texts={texts} address={address} />)
  const lines = [texts.lead, '', texts.more, '', texts.button, address, '', texts.notYou]
  return { subject: texts.subject, text: lines.join('\n'), html, address, aside: undefined }
}
