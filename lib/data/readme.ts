import { createTranslator } from 'next-intl'
import { env } from '../env'
import { formatInstant } from '../i18n/format'
import type { Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { absolute, documentPath } from '../paths'
import { exportFiles } from './files'
import type { Subject } from './subject'

/** What is in a copy of somebody's data, in their own language. Plain text: every device opens it. */
export function readme(locale: Locale, { handles: [handle = ''] }: Subject, now: Date): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'data' })
  const { SITE_NAME, publicUrl } = env()
  return [
    t('readme.title', { site: SITE_NAME, handle }),
    '',
    t('readme.made', { when: formatInstant(locale, now), host: publicUrl.host }),
    t('readme.careful'),
    '',
    t('readme.files'),
    '',
    ...exportFiles.map((file) => `- ${file}.json: ${t(`holdings.${file}.text`)}`),
    `- posts/: ${t('readme.posts')}`,
    '',
    t('readme.missing'),
    absolute(documentPath(locale, 'privacy'), publicUrl),
    '',
  ].join('\n')
}
