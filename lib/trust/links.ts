import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import { env } from '../env'
import { Refusal } from '../refusal'
import { linksIn } from '../text/links'
import { isAble } from './abilities'

/** Links to other sites in one post of a new member (features.md 2.8, `new.links`). Links to our own pages are free. */
export const NEW_LINKS = 1

/** Refuses a post with more links than its writer may put into one. */
export function refuseManyLinks(viewer: MemberViewer, { html }: { html: string | null }) {
  if (isAble(viewer, 'severalLinks')) return
  // As a browser on our page resolves them: a mention and a link within the site have no host.
  const { href, origin } = env().publicUrl
  const outside = linksIn(html ?? '').filter(
    (link) => !URL.canParse(link, href) || new URL(link, href).origin !== origin,
  )
  if (outside.length > NEW_LINKS) throw new Refusal('invalid', { body: { code: 'tooManyLinks', limit: NEW_LINKS } })
}
