import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { oneClickPath } from '../doors'
import { env } from '../env'
import { htmlLang, type Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, inboxPath, notificationsPath, unsubscribePath } from '../paths'
import { DigestLetter, type Entry } from './digest-letter'
import type { RoundUp } from './post'
import type { Written } from './written'

/** The round-up, in text and HTML: titles and counts, each with its link. */
export async function digestWritten(locale: Locale, roundUp: RoundUp): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters' })
  const inbox = createTranslator({ locale, messages: messages[locale], namespace: 'inbox' })
  const { SITE_NAME: site, publicUrl } = env()
  const to = (path: string) => absolute(path, publicUrl)
  const { frequency, lastAfterDays, token } = roundUp
  const texts = {
    subject: t(`digest.subjects.${frequency}`, { site }),
    greeting: t(`digest.greetings.${frequency}`, { site }),
    last: lastAfterDays === undefined ? undefined : t('digest.last', { days: lastAfterDays }),
    pages: t('digest.pages'),
    questions: t('digest.questions'),
    button: t('digest.button'),
    why: t('digest.why', { site }),
    stop: t('news.stop'),
    choose: t('news.choose'),
  }
  const pages = roundUp.pages.map(({ title, path, lines }): Entry => {
    const said = lines.map(({ kind, count }) => inbox(`lines.${kind}`, { count }))
    return { title: title || inbox('experience'), address: to(path), lines: said }
  })
  const questions = roundUp.questions.map(
    ({ title, path, operator, locale: language }): Entry => ({
      ...{ title, address: to(path), lines: [operator].filter(Boolean), lang: htmlLang[language] },
    }),
  )
  const links = {
    address: to(inboxPath(locale)),
    unsubscribe: to(unsubscribePath(locale, token)),
    choices: to(notificationsPath(locale)),
  }
  const html = await render(<DigestLetter {...{ lang: htmlLang[locale], texts, links, pages, questions }} />)
  const text = [
    texts.greeting,
    ...(texts.last ? ['', texts.last] : []),
    ...listed(texts.pages, pages),
    ...listed(texts.questions, questions),
    '',
    texts.button,
    links.address,
    '',
    '-- ',
    texts.why,
    texts.stop,
    links.unsubscribe,
    texts.choose,
    links.choices,
  ]
  const unsubscribe = to(oneClickPath(locale, token))
  return { subject: texts.subject, text: text.join('\n'), html, address: links.address, aside: undefined, unsubscribe }
}

function listed(title: string, entries: readonly Entry[]): string[] {
  if (entries.length === 0) return []
  return [
    '',
    title,
    ...entries.flatMap((entry) => [
      '',
      `* ${entry.title}`,
      ...entry.lines.map((line) => `  ${line}`),
      `  ${entry.address}`,
    ]),
  ]
}
