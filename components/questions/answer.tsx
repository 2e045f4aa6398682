import { getTranslations } from 'next-intl/server'
import { Byline } from '@/components/posts/byline'
import { Comments } from '@/components/posts/comments'
import { MineLink } from '@/components/posts/mine-link'
import { RichText } from '@/components/posts/rich-text'
import { VoteButtons } from '@/components/posts/vote-buttons'
import { postAnchor } from '@/lib/paths'
import type { AnswerView } from '@/lib/questions/queries'

export async function Answer({ answer }: { answer: AnswerView }) {
  const [t, posts] = await Promise.all([getTranslations('questions'), getTranslations('posts')])
  const { id, isAccepted } = answer
  return (
    <li>
      <article
        id={postAnchor(id)}
        data-own={id}
        aria-label={t('answerBy', { author: answer.hasLeft ? posts('formerMember') : answer.author })}
        className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-line border-t py-5 target:bg-mark ${isAccepted ? 'border-t-4 border-t-jade' : ''}`}
      >
        <VoteButtons post={id} score={answer.score} />
        <div className="grid gap-3">
          {isAccepted && <p className="font-bold text-jade">✓ {t('accepted')}</p>}
          <RichText html={answer.html} locale={answer.locale} />
          <p>
            <Byline post={answer} /> · <MineLink post={id} isForComments />
          </p>
          <Comments comments={answer.comments} />
        </div>
      </article>
    </li>
  )
}
