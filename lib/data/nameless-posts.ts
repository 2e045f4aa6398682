import 'server-only'
import { db } from '../db'
import { tagsOfEverythingBy } from '../posts/about'
import { handlesOf, peopleIn } from '../posts/people'
import { renderNaming } from '../text/render'
import { changed, write } from '../write'
import { withoutAddresses } from './blank'
import type { Subject } from './subject'

const AT_ONCE = 50

/** What stays is what they wrote, less their own addresses and `@handle`. Bylines name nobody by themselves (lib/posts/views.ts). */
export async function nameless(subject: Subject) {
  const needles = [...subject.addresses, ...subject.handles.flatMap((handle) => [`@${handle}`, `＠${handle}`])]
  for (let last = 0; ; ) {
    const posts = await db().post.findMany({
      where: {
        authorId: subject.id,
        id: { gt: last },
        OR: needles.flatMap((contains) => [
          { markdown: { contains, mode: 'insensitive' as const } },
          { title: { contains, mode: 'insensitive' as const } },
        ]),
      },
      select: { id: true, title: true, markdown: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    for (const post of posts) await withoutName(post, subject)
    last = posts.at(-1)?.id ?? last
    if (posts.length < AT_ONCE) return
  }
}

type Row = { id: number; title: string | null; markdown: string | null }

async function withoutName({ id, title, markdown }: Row, subject: Subject) {
  const rendered = markdown === null ? {} : await namingOthers(withoutAddresses(markdown, subject))
  const named = title === null ? {} : { title: withoutAddresses(title, subject) }
  await write(async (tx) => {
    await tx.post.update({ where: { id }, data: { ...named, ...rendered }, select: { id: true } })
    await changed(tx, await tagsOfEverythingBy(tx, subject.id))
  })
}

async function namingOthers(markdown: string) {
  return (await renderNaming(markdown, handlesOf(await peopleIn(db(), markdown)))).rendered
}
