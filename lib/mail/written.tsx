import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { env } from '../env'
import { htmlLang, type Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, signInLinkPath } from '../paths'
import { accountWritten } from './account-written'
import { writtenNewDevice } from './new-device'
import { newsWritten } from './news-written'
import type { Letter } from './post'
import { SignInLetter } from './sign-in-letter'

export type Written = {
  subject: string
  text: string
  html: string
  address: string
  aside: string | undefined
  /** Where one click ends letters of this kind (RFC 8058). */
  unsubscribe?: string
}

/** A letter in its reader's language, as plain text and as HTML without pictures and without tracking. */
export function written(letter: Letter): Promise<Written> {
  if (letter.template === 'newDevice') return writtenNewDevice(letter)
  if (letter.template === 'account') return accountWritten(letter.locale, letter.props)
  return letter.template === 'news'
    ? newsWritten(letter.locale, letter.props)
    : signInWritten(letter.locale, letter.props)
}

type SignIn = Extract<Letter, { template: 'signIn' }>['props']

async function signInWritten(locale: Locale, props: SignIn): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.signIn' })
  const { SITE_NAME, publicUrl } = env()
  const address = absolute(signInLinkPath(locale, props.link), publicUrl)
  const texts = {
    greeting: t('greeting', { site: SITE_NAME }),
    code: t('code'),
    button: t('button'),
    ends: t('ends', { minutes: props.minutes }),
    notYou: t('notYou'),
  }
  const html = await render(<SignInLetter lang={htmlLang[locale]} texts={texts} code={props.code} address={address} />)
  const lines = [
    texts.greeting,
    '',
    `${texts.code} ${props.code}`,
    '',
    texts.button,
    address,
    '',
    texts.ends,
    texts.notYou,
  ]
  // The code stands in the subject too: on a phone it can be read without opening the letter.
  return {
    subject: t('subject', { code: props.code, site: SITE_NAME }),
    text: lines.join('\n'),
    html,
    address,
    aside: props.code,
  }
}
