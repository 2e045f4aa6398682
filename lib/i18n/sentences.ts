import { createTranslator } from 'next-intl'
import { env } from '../env'
import type { FieldRefusal, Refusal } from '../refusal'
import type { Locale } from './locales'
import { messages } from './messages'

/** The sentences of doorways, which stand outside React and know the reader's language from the form. */
export function sentencesFor(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale] })
  return {
    refusal: ({ code, retryAfterSeconds = 0 }: Pick<Refusal, 'code' | 'retryAfterSeconds'>) =>
      t(`refusals.${code}`, {
        hours: Math.max(1, Math.ceil(retryAfterSeconds / 3600)),
        minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)),
        origin: env().publicUrl.origin,
      }),
    field: ({ code, limit = 0 }: FieldRefusal) => t(`fieldRefusals.${code}`, { limit }),
    goOnTo: (provider: string) => t('signIn.goOnTo', { provider }),
    resend: t('trouble.resend'),
    notSent: t('trouble.notSent'),
  }
}

export type Sentences = ReturnType<typeof sentencesFor>
