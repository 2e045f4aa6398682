import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatInstant } from '../i18n/format'
import { htmlLang } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, secondStepPath } from '../paths'
import type { Letter } from './post'
import { SecondFactorLetter } from './second-factor-letter'
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
  const texts = {
    greeting: t('secondStep.letter.greeting', { site: SITE_NAME }),
    what: t(`secondStep.letter.what.${what}`),
    // The host's own command runs on no device of the member's.
    device:
      what === 'reset' ? undefined : t('sessions.device', { browser: browser || 'none', system: system || 'none' }),
    when: t('sessions.brusselsTime', { when: formatInstant(locale, new Date(at)) }),
    wasYou: t('secondStep.letter.wasYou'),
    notYou: t('secondStep.letter.notYou'),
    button: t('secondStep.letter.button'),
  }
  const html = await render(<SecondFactorLetter lang={htmlLang[locale]} texts={texts} address={address} />)
  const told = [texts.device, texts.when].filter((line) => line !== undefined)
  const lines = [texts.greeting, '', texts.what, ...told, '', texts.wasYou, texts.notYou, '', texts.button, address]
  const subject = t('secondStep.letter.subject', { site: SITE_NAME })
  return { subject, text: lines.join('\n'), html, address, aside: undefined }
}
