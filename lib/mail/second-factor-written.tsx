import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatInstant } from '../i18n/format'
import { messages } from '../i18n/messages'
import { absolute, secondStepPath } from '../paths'
import type { Letter } from './post'
import { warning } from './warning'
import type { Written } from './written'

/** The letter about a factor that was added, removed, used up or refused. */
export async function secondFactorWritten({
  locale,
  props,
}: Extract<Letter, { template: 'secondFactor' }>): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale] })
  const { SITE_NAME, publicUrl } = env()
  const address = absolute(secondStepPath(locale), publicUrl)
  const { what, browser, system, at } = props
  const when = t('sessions.brusselsTime', { when: formatInstant(locale, new Date(at)) })
  const device = t('sessions.device', { browser: browser || 'none', system: system || 'none' })
  const texts = {
    subject: t('secondStep.letter.subject', { site: SITE_NAME }),
    greeting: t('secondStep.letter.greeting', { site: SITE_NAME }),
    what: t(`secondStep.letter.what.${what}`),
    // The host's own command runs on no device of the member's.
    about: what === 'reset' ? [when] : [device, when],
    wasYou: t('secondStep.letter.wasYou'),
    notYou: t('secondStep.letter.notYou'),
    button: t('secondStep.letter.button'),
  }
  return warning(locale, { texts, address })
}
