import { getTranslations } from 'next-intl/server'
import { postAnchor } from '@/lib/paths'
import type { CommentView } from '@/lib/posts/views'
import { Byline } from './byline'
import { MineLink } from './mine-link'
import { RichText } from './rich-text'

/** The comments under a post, oldest first. */
export async function Comments({ comments }: { comments: readonly CommentView[] }) {
  const t = await getTranslations('posts')
  if (comments.length === 0) return null
  return (
    <ul aria-label={t('comments')} className="grid list-none gap-2 border-line border-l-2 pl-3">
      {comments.map((comment) => (
        <li key={comment.id} id={postAnchor(comment.id)} data-own={comment.id} className="target:bg-mark">
          <RichText html={comment.html} locale={comment.locale} />
          <p>
            <Byline post={comment} /> · <MineLink post={comment.id} />
          </p>
        </li>
      ))}
    </ul>
  )
}
