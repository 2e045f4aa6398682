import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatInstant } from '../i18n/format'
import { messages } from '../i18n/messages'
import { absolute, waysInPath } from '../paths'
import type { Letter } from './post'
import { warning } from './warning'
import type { Written } from './written'

/** The letter about a way in that was added or taken away. */
export async function writtenWayChanged({
  locale,
  props,
}: Extract<Letter, { template: 'wayChanged' }>): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.wayChanged' })
  const sessions = createTranslator({ locale, messages: messages[locale], namespace: 'sessions' })
  const { SITE_NAME, publicUrl } = env()
  const { change, way, at } = props
  const texts = {
    subject: t('subject', { site: SITE_NAME }),
    greeting: t('greeting', { site: SITE_NAME }),
    what: t(change, { way }),
    about: [sessions('brusselsTime', { when: formatInstant(locale, new Date(at)) })],
    wasYou: t('wasYou'),
    notYou: t('notYou'),
    button: t('button'),
  }
  return warning(locale, { texts, address: absolute(waysInPath(locale), publicUrl) })
}
