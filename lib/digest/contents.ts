import 'server-only'
import type { Tx } from '../db'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import type { RoundUp } from '../mail/post'
import { groupsOf } from '../notifications/queries'
import { listedFor } from '../notifications/shown'
import { questionPath } from '../paths'
import { everybody, localeOf } from '../posts/views'
import { excerpt } from '../text/excerpt'
import { slugOf } from '../text/slug'

// Entries of one letter: Scoold sends 25 (features.md, row 174); a phone shows fewer without tiring.
const PAGES_MAX = 20
const QUESTIONS_MAX = 5
const TITLE_CHARACTERS = 120

export type Contents = Pick<RoundUp, 'pages' | 'questions' | 'posts'>

/** What a round-up says to this member: the unread of their inbox since the last one that no letter told, and questions they may know the answer to. */
export async function contentsFor(tx: Tx, memberId: string, since: Date, letters: Locale): Promise<Contents> {
  const unread = { AND: [listedFor(memberId), { readAt: null, mailedAt: null, madeAt: { gt: since } }] }
  const groups = await groupsOf(unread, letters, { take: PAGES_MAX })
  const questions = await unanswered(tx, memberId, since, letters)
  return {
    pages: groups.map(({ title, lines }) => ({
      title,
      path: lines[0]?.path ?? '',
      lines: lines.map(({ kind, count }) => ({ kind, count })),
    })),
    questions: questions.map(({ id, title, operator, ...row }) => ({
      title: excerpt(title ?? '', TITLE_CHARACTERS),
      path: questionPath(letters, id, slugOf(title ?? '')),
      operator: operator?.name ?? '',
      locale: localeOf(row),
    })),
    posts: [...groups.flatMap(({ about }) => about.home ?? []), ...questions.map(({ id }) => id)],
  }
}

/** Can everybody still see every post that it names? */
export async function isStillShown(posts: readonly number[]): Promise<boolean> {
  const each = [...new Set(posts)]
  return (await db().post.count({ where: { id: { in: each }, ...everybody } })) === each.length
}

// Questions nobody has answered, about the operators that this member uses or follows, in the languages that they read.
async function unanswered(tx: Tx, memberId: string, since: Date, letters: Locale) {
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      profile: { select: { languages: true, operators: { select: { operatorId: true } } } },
      follows: { where: { operatorId: { not: null }, stoppedAt: null }, select: { operatorId: true } },
    },
  })
  const operators = [...(member.profile?.operators ?? []), ...member.follows].flatMap((one) => one.operatorId ?? [])
  const said = member.profile?.languages.filter(isLocale) ?? []
  return tx.post.findMany({
    where: {
      AND: [everybody],
      kind: 'question',
      operatorId: { in: operators },
      locale: { in: said.length > 0 ? said : [letters] },
      postedAt: { gt: since },
      authorId: { not: memberId },
      question: { answerCount: 0 },
    },
    select: { id: true, title: true, locale: true, operator: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: QUESTIONS_MAX,
  })
}
