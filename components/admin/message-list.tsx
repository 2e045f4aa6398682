import { getLocale, getTranslations } from 'next-intl/server'
import type { Message } from '@/lib/feedback/queries'
import { formatInstant } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'

/** What readers wrote to the people who run the site: word for word, with the page they wrote about. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="grid list-none gap-4">
      {messages.map((message) => (
        <Row key={message.id} message={message} />
      ))}
    </ul>
  )
}

async function Row({ message: { kind, text, page, replyTo, locale: written, sentAt, from } }: { message: Message }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('admin'),
    getTranslations('feedbackKinds'),
    getLocale(),
  ])
  return (
    <li className="grid max-w-text gap-2 rounded-card border border-line bg-surface p-4">
      <p className="text-sm">
        <b>{kinds(kind)}</b> · {from ?? t('guest')} · {formatInstant(locale, sentAt)}
      </p>
      <p lang={htmlLang[written]} className="whitespace-pre-line">
        {text}
      </p>
      {page && (
        <p className="text-sm">
          {t('messagePage')} <a href={page}>{page}</a>
        </p>
      )}
      {replyTo && (
        <p className="text-sm">
          {t('messageReply')} <a href={`mailto:${replyTo}`}>{replyTo}</a>
        </p>
      )}
    </li>
  )
}
