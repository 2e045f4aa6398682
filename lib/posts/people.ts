import 'server-only'
import { skeleton } from '../accounts/handle'
import type { Tx } from '../db'
import { nameKey, namesIn, type People } from '../text/mentions'

export type Known = ReadonlyMap<string, { id: string; handle: string }>

/** The members whom a text may name, by what was typed: by the handle they have, or by one that they had before. */
export async function peopleIn(tx: Pick<Tx, 'member' | 'handleChange'>, text: string): Promise<Known> {
  const names = namesIn(text)
  if (names.length === 0) return new Map()
  const looks = [...new Set(names.map(skeleton))]
  const member = { select: { id: true, handle: true } } as const
  const [members, former] = await Promise.all([
    tx.member.findMany({ where: { handleSkeleton: { in: looks } }, ...member }),
    tx.handleChange.findMany({ where: { skeleton: { in: looks } }, select: { handle: true, member } }),
  ])
  // One that looks like it is not it: the whole name must be right, large or small letters aside.
  const typed = new Set(names)
  const known = [
    ...former.map((one) => [one.handle, one.member] as const),
    ...members.map((one) => [one.handle, one] as const),
  ]
  return new Map(known.map(([name, one]) => [nameKey(name), one] as const).filter(([name]) => typed.has(name)))
}

/** What the renderer is told of them. */
export function handlesOf(people: Known): People {
  return Object.fromEntries([...people].map(([name, { handle }]) => [name, handle]))
}
