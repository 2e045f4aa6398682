import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { commentsDoor } from '@/lib/doors'
import { COMMENT_MAX } from '@/lib/posts/schema'
import { TextArea } from './text-area'

type Props = { post: number; submission: string; value: string | undefined; refusal: string | undefined }

export async function CommentForm({ post, submission, value = '', refusal }: Props) {
  const [t, forms, locale] = await Promise.all([getTranslations('mine'), getTranslations('forms'), getLocale()])
  const hint = `${t('commentHint', { max: COMMENT_MAX })} ${forms('mentions')}`
  const texts = { name: 'body', label: t('commentLabel'), hint, refusal }
  return (
    <form method="post" action={commentsDoor} className="grid max-w-text gap-3">
      <Hidden fields={{ locale, post, key: submission }} />
      <TextArea texts={{ ...texts, id: 'comment-body' }} value={value} rows={3} />
      <p>
        <Button tone="quiet">{t('sendComment')}</Button>
      </p>
    </form>
  )
}
