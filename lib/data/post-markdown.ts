import { env } from '../env'
import { absolute, experiencePath, minePath, questionPath } from '../paths'
import { localeOf } from '../posts/views'
import type { PostRow } from './post-rows'

/** A post as it was written, under a front matter that any program can read: YAML whose values are JSON. */
export function postMarkdown(post: PostRow): string {
  const { title, markdown, answer, comment, experience, operator, removals } = post
  const known = {
    id: post.id,
    kind: post.kind,
    title: title ?? undefined,
    url: absolute(addressOf(post), env().publicUrl),
    language: post.locale,
    postedAt: post.postedAt,
    score: post.score,
    operator: operator?.slug,
    question: answer?.questionId,
    // The words of somebody else, while everybody may read them.
    questionTitle: answer?.question.removals.length === 0 ? (answer.question.title ?? undefined) : undefined,
    commentOn: comment?.onId,
    channel: experience?.channel,
    payment: experience?.payment,
    outcome: experience?.outcome,
    month: experience?.month.toISOString().slice(0, 7),
    hidden: removals.find(({ liftedAt }) => liftedAt === null)?.reason,
  }
  const lines = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(value)}`],
  )
  return ['---', ...lines, '---', '', markdown ?? '', ''].join('\n')
}

function addressOf(post: PostRow): string {
  const locale = localeOf(post)
  if (post.kind === 'question') return questionPath(locale, post.id)
  return post.kind === 'experience' ? experiencePath(locale, post.id) : minePath(locale, post.id)
}
