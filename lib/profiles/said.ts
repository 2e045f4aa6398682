import 'server-only'
import { CURATORS } from '../accounts/curators'
import { db } from '../db'

export type Named = { id: string; handle: string; hasName: boolean; hasAbout: boolean; hasPicture: boolean }

/** The member of this handle, as it stands in an address, and whether they say anything of themselves. The curators are no member. */
export async function memberNamed(part: string): Promise<Named | undefined> {
  const handle = decoded(part)
  const member = handle === undefined ? null : await db().member.findUnique({ where: { handle }, select: columns })
  if (!member || member.id === CURATORS.id) return undefined
  const { id, profile, avatar } = member
  return { id, handle: member.handle, hasName: !!profile?.name, hasAbout: !!profile?.markdown, hasPicture: !!avatar }
}

const columns = {
  id: true,
  handle: true,
  profile: { select: { name: true, markdown: true } },
  avatar: { select: { name: true } },
} as const

/** Handles hold no `%`: what is decoded already stays as it is. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
