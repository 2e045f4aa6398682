import 'server-only'
import { isModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import { excerpt } from '../text/excerpt'
import { type Home, homeOf } from './about'
import { type Byline, byline, bylineColumns, everybody, localeOf } from './views'
import { visibleTo } from './visible'

/** A post with everything that this viewer may do with it. */
export type MyPost = Byline & {
  id: number
  kind: 'question' | 'answer' | 'comment' | 'experience' | 'guide'
  locale: Locale
  title: string | undefined
  html: string
  score: number
  home: Home
  isMine: boolean
  vote: -1 | 0 | 1
  hasFlagged: boolean
  /** Does the viewer hear of what happens at this question? Whoever asked it does, until they stop. */
  isFollowed: boolean
  /** Set where the viewer asked the question that this answers. */
  acceptance: { questionId: number; isAccepted: boolean } | undefined
  removal: { reason: string; note: string | null; removedAt: Date } | undefined
  /** What members said is wrong with it; for moderators only. */
  openFlags: { reason: string; text: string | null }[]
  /** Can the page on which it stands be seen by everybody? */
  isHomeShown: boolean
}

// The nil UUID (RFC 9562, section 5.9), which no member has: a guest has no votes and wrote nothing.
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The private view of one post, or nothing when the viewer may not see it. */
export async function myPost(viewer: Viewer, id: number): Promise<MyPost | undefined> {
  const me = viewer.id ?? NOBODY
  const row = await db().post.findFirst({
    where: { id, kind: { not: 'guide' }, ...visibleTo(viewer) },
    select: {
      ...bylineColumns,
      kind: true,
      authorId: true,
      title: true,
      html: true,
      score: true,
      votes: { where: { memberId: me }, select: { value: true } },
      follows: { where: { memberId: me }, select: { stoppedAt: true } },
      flags: { where: { decidedAt: null }, select: { memberId: true, reason: true, text: true } },
      removals: { where: { liftedAt: null }, select: { reason: true, note: true, removedAt: true } },
      answer: {
        select: {
          questionId: true,
          acceptance: { select: { answerId: true } },
          question: { select: { authorId: true } },
        },
      },
    },
  })
  const home = row && (await homeOf(db(), id))
  if (!row || !home) return undefined
  const { answer, votes, flags, follows, removals } = row
  const isAsker = answer?.question.authorId === me
  return {
    ...byline(row),
    id,
    kind: row.kind,
    locale: localeOf(row),
    title: row.title ?? undefined,
    html: row.html ?? '',
    score: row.score,
    home,
    isMine: row.authorId === me,
    vote: voteOf(votes[0]?.value),
    isFollowed: follows[0] ? follows[0].stoppedAt === null : row.kind === 'question' && row.authorId === me,
    hasFlagged: flags.some(({ memberId }) => memberId === me),
    acceptance:
      answer && isAsker ? { questionId: answer.questionId, isAccepted: answer.acceptance !== null } : undefined,
    removal: removals[0],
    openFlags: isModerator(viewer) ? flags.map(({ reason, text }) => ({ reason, text })) : [],
    isHomeShown: (await db().post.count({ where: { id: home.id, ...everybody } })) === 1,
  }
}

export type Mine = {
  handle: string
  /** My votes, by post. */
  votes: Record<number, -1 | 1>
  /** Which of these posts I wrote. */
  own: number[]
}

const IDS_MAX = 200

/** What is mine among these posts: for the island, in one question. */
export async function mineAmong(viewer: Viewer, ids: readonly number[]): Promise<Mine | undefined> {
  if (viewer.id === null) return undefined
  const among = { in: ids.slice(0, IDS_MAX) }
  const [votes, own] = await Promise.all([
    db().vote.findMany({ where: { memberId: viewer.id, postId: among }, select: { postId: true, value: true } }),
    db().post.findMany({ where: { authorId: viewer.id, id: among, ...visibleTo(viewer) }, select: { id: true } }),
  ])
  return {
    handle: viewer.handle,
    votes: Object.fromEntries(votes.map(({ postId, value }) => [postId, voteOf(value)])) as Mine['votes'],
    own: own.map(({ id }) => id),
  }
}

function voteOf(value: number | undefined): -1 | 0 | 1 {
  return value === 1 || value === -1 ? value : 0
}

export type MyWriting = {
  id: number
  kind: MyPost['kind']
  locale: Locale
  postedAt: Date
  excerpt: string
  isHidden: boolean
}

const WRITINGS_MAX = 50
const EXCERPT_CHARACTERS = 80

/** What the viewer wrote, newest first, hidden posts included. */
export async function myPosts(viewer: Viewer): Promise<MyWriting[]> {
  if (viewer.id === null) return []
  const rows = await db().post.findMany({
    where: { authorId: viewer.id, kind: { not: 'guide' } },
    select: {
      id: true,
      kind: true,
      locale: true,
      postedAt: true,
      title: true,
      markdown: true,
      removals: { where: { liftedAt: null }, select: { id: true } },
    },
    orderBy: { id: 'desc' },
    take: WRITINGS_MAX,
  })
  return rows.map(({ id, kind, postedAt, title, markdown, removals, ...row }) => ({
    id,
    kind,
    locale: localeOf(row),
    postedAt,
    excerpt: title ?? excerpt(markdown ?? '', EXCERPT_CHARACTERS),
    isHidden: removals.length > 0,
  }))
}
