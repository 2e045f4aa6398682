import 'server-only'
import { db, type Tx } from '../db'
import { messages } from '../i18n/messages'
import { newId } from '../ids'
import { bareMemberPath } from '../paths'
import { enqueue } from '../queue'
import { characters } from '../text/clean'
import { nameKey, withoutNames } from '../text/mentions'
import { renderNaming } from '../text/render'
import { changed, write } from '../write'
import { authorTagsOf, homeOf, tagsOf } from './about'
import { handlesOf, peopleIn } from './people'
import { BODY_MAX } from './schema'
import { localeOf } from './views'

const AT_ONCE = 50

/** Leaves it to the background to show a member's new name wherever somebody named them. */
export function renderMentionsLater(tx: Tx, memberId: string, now: Date) {
  return enqueue(tx, 'renderMentions', `${memberId}:${newId()}`, now)
}

/** Renders every post anew that names this member. What was changed meanwhile is left: it has the new name already. */
export async function renderMentionsOf(subject: string) {
  const [memberId = ''] = subject.split(':')
  let last = 0
  for (;;) {
    const posts = await db().post.findMany({
      where: { id: { gt: last }, markdown: { not: null }, mentions: { some: { memberId } } },
      select: { id: true, markdown: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    for (const { id, markdown } of posts) await renderAnew(id, markdown ?? '')
    last = posts.at(-1)?.id ?? 0
    if (posts.length < AT_ONCE) return
  }
}

async function renderAnew(id: number, markdown: string) {
  const { rendered } = await renderNaming(markdown, handlesOf(await peopleIn(db(), markdown)))
  await write(async (tx) => {
    const { count } = await tx.post.updateMany({ where: { id, markdown }, data: rendered })
    if (count > 0) await shownAnew(tx, id)
  })
}

/**
 * Takes a member's names, past and present, out of every post that names them, for good: a neutral word stands there instead, in the
 * language of the post. For whoever erases an account, in the same transaction, before the names are gone. `rewritten` does the same
 * to any other text that is kept (an earlier version of a post, say).
 */
export async function rewriteMentionsOf(tx: Tx, memberId: string) {
  const names = await namesOf(tx, memberId)
  const spelled = names.flatMap((name) => [`@${name}`, `＠${name}`])
  const posts = await tx.post.findMany({
    where: {
      OR: [
        { mentions: { some: { memberId } } },
        ...spelled.flatMap((name) => [
          { markdown: { contains: name, mode: 'insensitive' as const } },
          { title: { contains: name, mode: 'insensitive' as const } },
        ]),
      ],
    },
    select: { id: true, locale: true, title: true, markdown: true, html: true },
  })
  for (const { id, title, markdown, html, ...post } of posts) {
    if (markdown === null || html === null) continue
    const word = messages[localeOf(post)].mentions.former
    const named = title === null ? {} : { title: withoutNames(title, new Set(names.map(nameKey)), '…') }
    const data = { ...rewritten({ markdown, html }, names, word), ...named }
    await tx.post.update({ where: { id }, data, select: { id: true } })
    await shownAnew(tx, id)
  }
  await tx.mention.deleteMany({ where: { memberId } })
}

/** A text without these names, in Markdown and in HTML. */
export function rewritten(
  { markdown, html }: { markdown: string; html: string },
  names: readonly string[],
  word: string,
) {
  const keys = new Set(names.map(nameKey))
  const plain = withoutNames(markdown, keys, word)
  // A text that was as long as can be does not grow.
  const fits = characters(plain) <= BODY_MAX ? word : '…'
  return {
    markdown: fits === word ? plain : withoutNames(markdown, keys, fits),
    html: withoutNames(
      names.reduce((seen, name) => unlinked(seen, name), html),
      keys,
      fits,
    ),
  }
}

function unlinked(html: string, handle: string): string {
  return html.replace(new RegExp(`<a href="${bareMemberPath(handle)}"[^>]*>(.*?)</a>`, 'gi'), '$1')
}

async function namesOf(tx: Tx, memberId: string): Promise<string[]> {
  const { handle, formerHandles } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { handle: true, formerHandles: { select: { handle: true } } },
  })
  return [handle, ...formerHandles.map((one) => one.handle)]
}

async function shownAnew(tx: Tx, postId: number) {
  const home = await homeOf(tx, postId)
  if (home) await changed(tx, [...tagsOf(home), ...(await authorTagsOf(tx, home))])
}
