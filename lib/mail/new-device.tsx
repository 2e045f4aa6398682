import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatInstant } from '../i18n/format'
import { messages } from '../i18n/messages'
import { absolute, sessionsPath } from '../paths'
import type { Letter } from './post'
import { warning } from './warning'
import type { Written } from './written'

/** The letter about a sign-in with a kind of device that the member has not had before. Its link opens nothing by itself. */
export async function writtenNewDevice({
  locale,
  props,
}: Extract<Letter, { template: 'newDevice' }>): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'sessions' })
  const { SITE_NAME, publicUrl } = env()
  const address = absolute(sessionsPath(locale), publicUrl)
  const texts = {
    subject: t('letter.subject', { site: SITE_NAME }),
    greeting: t('letter.greeting', { site: SITE_NAME }),
    what: t('device', { browser: props.browser || 'none', system: props.system || 'none' }),
    about: [t('brusselsTime', { when: formatInstant(locale, new Date(props.at)) })],
    wasYou: t('letter.wasYou'),
    notYou: t('letter.notYou'),
    button: t('letter.button'),
  }
  return warning(locale, { texts, address })
}
