import { render } from '@react-email/render'
import { createTranslator } from 'next-intl'
import { oneClickPath } from '../doors'
import { env } from '../env'
import { htmlLang, type Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, notificationsPath, unsubscribePath } from '../paths'
import { excerpt } from '../text/excerpt'
import { NewsLetter } from './news-letter'
import type { News } from './post'
import type { Written } from './written'

const SUBJECT_CHARACTERS = 70

/** Something new, in its own words first: in the subject and at the top, so that a preview is enough. */
export async function newsWritten(locale: Locale, news: News): Promise<Written> {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'letters.news' })
  const { SITE_NAME, publicUrl } = env()
  const [kind = 'answerToMine'] = news.kinds
  const address = absolute(news.path, publicUrl)
  const unsubscribe = absolute(unsubscribePath(locale, news.token), publicUrl)
  const choices = absolute(notificationsPath(locale), publicUrl)
  const texts = {
    subject: t(`subjects.${kind}`, { excerpt: excerpt(news.excerpt, SUBJECT_CHARACTERS), mark: news.mark }),
    excerpt: news.excerpt,
    lead: t(`leads.${kind}`, { mark: news.mark }),
    title: news.title && news.title !== news.excerpt ? news.title : undefined,
    more: news.count > 1 ? t('more', { count: news.count - 1 }) : undefined,
    button: t('open'),
    why: t('why', { site: SITE_NAME }),
    stop: t('stop'),
    choose: t('choose'),
  }
  const links = { address, unsubscribe, choices }
  const html = await render(<NewsLetter lang={htmlLang[locale]} texts={texts} links={links} />)
  const text = [
    ...(news.excerpt ? [news.excerpt, ''] : []),
    [texts.lead, texts.title, texts.more].filter((line) => line !== undefined).join('\n'),
    '',
    texts.button,
    address,
    '',
    '-- ',
    texts.why,
    texts.stop,
    unsubscribe,
    texts.choose,
    choices,
  ]
  return {
    subject: texts.subject,
    text: text.join('\n'),
    html,
    address,
    aside: undefined,
    unsubscribe: absolute(oneClickPath(locale, news.token), publicUrl),
  }
}
