import { getLocale, getTranslations } from 'next-intl/server'
import { FormEnd } from '@/components/posts/form-end'
import { TextArea } from '@/components/posts/text-area'
import { Hidden } from '@/components/ui/hidden'
import { answersDoor } from '@/lib/doors'
import { ANSWER_MAX } from '@/lib/posts/schema'

/** The form under a question. On the shared page it carries no key: the door knows a repetition by its words. */
export async function AnswerForm({
  question,
  submission,
  value = '',
  refusal,
  isGuest,
}: {
  question: number
  submission?: string
  value?: string
  refusal?: string
  isGuest?: boolean
}) {
  const [t, forms, locale] = await Promise.all([getTranslations('questions'), getTranslations('forms'), getLocale()])
  return (
    <form method="post" action={answersDoor} className="grid max-w-text gap-3">
      <Hidden fields={{ locale, question, key: submission }} />
      <TextArea
        texts={{
          name: 'body',
          label: t('yourAnswer'),
          hint: `${t('answerHint', { max: ANSWER_MAX })} ${forms('markdown')} ${forms('mentions')}`,
          refusal,
        }}
        value={value}
      />
      <FormEnd isGuest={isGuest !== false} button={t('sendAnswer')} />
    </form>
  )
}
