import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { type Rendered, render, renderNaming } from '../text/render'
import { handlesOf, peopleIn } from './people'

type Typed = { body?: string | undefined }

/** A text of a post and whom it names, as they are written together: `{ ...rendered }` in what makes or changes the post. */
export type RenderedPost = Rendered & {
  mentions?: { createMany: { data: { memberId: string }[]; skipDuplicates: true } }
}

/** What a post's door does before its transaction: renders the text of whoever may write at all, with links to whom it names. */
export async function rendered(viewer: Viewer, { body = '' }: Typed): Promise<RenderedPost> {
  refuseUnlessMember(viewer)
  const people = await peopleIn(db(), body)
  const { rendered: words, named } = await renderNaming(body, handlesOf(people))
  const ids = [...people.values()].filter(({ handle }) => named.includes(handle)).map(({ id }) => id)
  const data = [...new Set(ids)].map((memberId) => ({ memberId }))
  return { ...words, ...(data.length > 0 ? { mentions: { createMany: { data, skipDuplicates: true } } } : {}) }
}

/** The same for a text that is no post, and names nobody: what members say of themselves. */
export async function renderedAlone(viewer: Viewer, { body = '' }: Typed): Promise<Rendered> {
  refuseUnlessMember(viewer)
  return render(body)
}
