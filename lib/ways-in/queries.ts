import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import { clock } from '../clock'
import { db } from '../db'
import { configuredProviders, type Provider, titleOf } from '../providers/configured'
import { isProviderName } from '../providers/names'
import { tokenHash } from '../secrets'

export type WayView = { id: string; title: string; addedAt: Date; isOffered: boolean }
export type WaysIn = {
  addresses: WayView[]
  linked: WayView[]
  linkable: Provider[]
  /** An address that is still to be proven. */
  waiting: string | undefined
}

/** How this member can sign in, and what they could add. */
export async function myWaysIn(viewer: MemberViewer): Promise<WaysIn> {
  const [ways, asked] = await Promise.all([
    db().wayIn.findMany({
      where: { memberId: viewer.id },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true, address: true, subject: true, addedAt: true },
    }),
    db().newAddress.findUnique({
      where: { memberId: viewer.id, expiresAt: { gt: clock() } },
      select: { address: true },
    }),
  ])
  const offered = configuredProviders()
  const views = ways.map(({ id, kind, address, subject, addedAt }) => {
    const isOffered =
      kind === 'email' || offered.some(({ name, issuer }) => name === kind && subject?.startsWith(`${issuer} `))
    return { id, kind, title: isProviderName(kind) ? titleOf(kind) : (address ?? ''), addedAt, isOffered }
  })
  return {
    addresses: views.filter(({ kind }) => kind === 'email'),
    linked: views.filter(({ kind }) => kind !== 'email'),
    linkable: offered.filter(({ name }) => views.every(({ kind }) => kind !== name)),
    waiting: asked?.address,
  }
}

/** Is this the link of a letter to one more address of this viewer, still to be used? To anybody else it does not exist. */
export async function isNewAddressLink(viewer: MemberViewer, link: string): Promise<boolean> {
  const where = { memberId: viewer.id, linkHash: tokenHash(link), expiresAt: { gt: clock() } }
  return (await db().newAddress.count({ where })) === 1
}
