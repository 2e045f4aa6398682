import type { Prisma } from '@/prisma/generated/client'
import { isModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'

const hidden = { removals: { some: { liftedAt: null } } } as const

// What stands under a hidden post is hidden with it: it often quotes it.
const shown = {
  removals: { none: { liftedAt: null } },
  NOT: [
    { answer: { question: hidden } },
    { comment: { on: hidden } },
    { comment: { on: { answer: { question: hidden } } } },
  ],
} satisfies Prisma.PostWhereInput

/**
 * The posts that a viewer may know of, spread into every `where`: what one may not see does not exist. A hidden post is seen by
 * moderators and by its author, who must be able to read why.
 */
export function visibleTo(viewer: Viewer): Prisma.PostWhereInput {
  if (isModerator(viewer)) return {}
  return viewer.id === null ? shown : { OR: [shown, { authorId: viewer.id }] }
}
