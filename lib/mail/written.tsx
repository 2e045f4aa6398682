import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { env } from '../env'
import { htmlLang, type Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, newAddressPath, signInLinkPath } from '../paths'
import { accountWritten } from './account-written'
import { digestWritten } from './digest-written'
import { writtenNewDevice } from './new-device'
import { newsWritten } from './news-written'
import type { Letter } from './post'
import { secondFactorWritten } from './second-factor-written'
import { type CodeTexts, SignInLetter } from './sign-in-letter'
import { writtenWayChanged } from './way-changed'

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
  switch (letter.template) {
    case 'newDevice':
      return writtenNewDevice(letter)
    case 'secondFactor':
      return secondFactorWritten(letter)
    case 'wayChanged':
      return writtenWayChanged(letter)
    case 'news':
      return newsWritten(letter.locale, letter.props)
    case 'digest':
      return digestWritten(letter.locale, letter.props)
    case 'account':
      return accountWritten(letter.locale, letter.props)
    case 'newAddress':
      return newAddressWritten(letter.locale, letter.props)
    case 'signIn':
      return signInWritten(letter.locale, letter.props)
  }
}

type PropsOf<Template> = Extract<Letter, { template: Template }>['props']

function signInWritten(locale: Locale, { link, code, minutes }: PropsOf<'signIn'>): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.signIn' })
  const { SITE_NAME } = env()
  const texts = {
    // The code stands in the subject too: on a phone it can be read without opening the letter.
    subject: t('subject', { code, site: SITE_NAME }),
    greeting: t('greeting', { site: SITE_NAME }),
    code: t('code'),
    button: t('button'),
    ends: t('ends', { minutes }),
    notYou: t('notYou'),
  }
  return codeWritten(locale, { texts, code, path: signInLinkPath(locale, link) })
}

function newAddressWritten(locale: Locale, { link, code, minutes, handle }: PropsOf<'newAddress'>): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.newAddress' })
  const { SITE_NAME } = env()
  const texts = {
    subject: t('subject', { code, site: SITE_NAME }),
    greeting: t('greeting', { site: SITE_NAME, handle }),
    code: t('code'),
    button: t('button'),
    ends: t('ends', { minutes }),
    notYou: t('notYou'),
  }
  return codeWritten(locale, { texts, code, path: newAddressPath(locale, link) })
}

type CodeLetter = { texts: CodeTexts; code: string; path: string }

async function codeWritten(locale: Locale, { texts, code, path }: CodeLetter): Promise<Written> {
  const address = absolute(path, env().publicUrl)
  const html = await render(<SignInLetter lang={htmlLang[locale]} texts={texts} code={code} address={address} />)
  const { subject, greeting, button, ends, notYou } = texts
  const text = [greeting, '', `${texts.code} ${code}`, '', button, address, '', ends, notYou].join('\n')
  return { subject, text, html, address, aside: code }
}
