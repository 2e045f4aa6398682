import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { guest, type Viewer } from '../accounts/viewer'
import { cookieFrom, setCookie } from '../cookies'
import { db, type Tx } from '../db'
import { env } from '../env'
import { newId } from '../ids'
import type { FieldRefusal, RefusalCode } from '../refusal'
import { newToken, seal, tokenHash, unseal } from '../secrets'
import { write } from '../write'

/** A refused form: what was typed, and why it was refused. */
export type Draft = {
  values: Record<string, string>
  code: RefusalCode
  fields: Record<string, FieldRefusal>
  retryAfterSeconds?: number
  /** It did not fit: the end of its longest text is gone, and the reader must hear so. */
  isCut?: boolean
}

export type SavedDraft = Draft & { savedAt: Date }

// 24 hours and three per network (design, section 6); 64 kB instead of 20, so that a pasted text of 20,000 Chinese characters fits.
const LIFE_SECONDS = 24 * 60 * 60
const BYTES_MAX = 64_000
const PER_NETWORK = 3
const TOKEN = /^[\w-]{43}$/ // 256 bits in base64url; anything else was not made by us

/** Whose draft: a member's by the account, a guest's by the token in the cookie. */
export type Owner = { viewer: Viewer; token: string | undefined; network: string }
type Named = { viewer: Viewer; token: string }

/** Keeps a refused form, one per door and person, and returns the cookie that a guest needs to see it again. */
export async function keepDraft(
  door: string,
  { viewer, token, network }: Owner,
  draft: Draft,
  now: Date,
): Promise<string | undefined> {
  const owner = { viewer, token: token ?? newToken() }
  const sealed = Uint8Array.from(seal('draft', sealToken(owner), fitted(draft)))
  const kept = { sealed, savedAt: now, expiresAt: new Date(now.getTime() + LIFE_SECONDS * 1000) }
  await write(async (tx) => {
    // Two taps on one button are refused at once: the second replaces the first.
    await tx.draft.upsert({
      where: uniquely(door, owner),
      create: {
        id: newId(),
        door,
        ...ownedBy(owner),
        ...(viewer.id === null ? { networkHash: network } : {}),
        ...kept,
      },
      update: kept,
      select: { id: true },
    })
    if (viewer.id === null) await forgetOldest(tx, network)
  })
  return viewer.id === null ? draftCookie(owner.token) : undefined
}

/** The kept form of this person at this door, if there is one and it opens. */
export async function draftOf(
  door: string,
  viewer: Viewer,
  token: string | undefined,
  now: Date,
): Promise<SavedDraft | undefined> {
  return (await draftsOf([door], viewer, token, now)).get(door)
}

/** The same for several doors at once. A member may have written as a guest, just before signing in. */
export async function draftsOf(
  doors: readonly string[],
  viewer: Viewer,
  token: string | undefined,
  now: Date,
): Promise<ReadonlyMap<string, SavedDraft>> {
  const guests = token && TOKEN.test(token) ? [{ viewer: guest, token }] : []
  const owners: Named[] = [...guests, ...(viewer.id === null ? [] : [{ viewer, token: '' }])]
  if (owners.length === 0) return new Map()
  const rows = await db().draft.findMany({
    where: { door: { in: [...doors] }, expiresAt: { gt: now }, OR: owners.map(ownedBy) },
    select: { door: true, sealed: true, memberId: true, savedAt: true },
  })
  // The account's own comes last, and so stands above a guest's of the same door.
  const opened = owners.flatMap((owner) =>
    rows
      .filter(({ memberId }) => memberId === owner.viewer.id)
      .flatMap(({ door, sealed, savedAt }) => {
        const plain = unseal('draft', sealToken(owner), sealed)
        return plain ? [[door, { ...(JSON.parse(plain.toString('utf8')) as Draft), savedAt }] as const] : []
      }),
  )
  return new Map(opened)
}

/** Every refused form of a member that is kept, for the copy of their data. */
export async function keptDrafts(memberId: string) {
  const rows = await db().draft.findMany({ where: { memberId }, select: { door: true, sealed: true, savedAt: true } })
  return rows.flatMap(({ door, sealed, savedAt }) => {
    const plain = unseal('draft', memberId, sealed)
    return plain ? [{ door, savedAt, values: (JSON.parse(plain.toString('utf8')) as Draft).values }] : []
  })
}

/** Forgets them: the form went through. */
export async function dropDraft(doors: readonly string[], viewer: Viewer, token: string | undefined) {
  const owners = [
    ...(viewer.id ? [ownedBy({ viewer, token: '' })] : []),
    ...(token ? [{ guestHash: tokenHash(token) }] : []),
  ]
  if (owners.length > 0) await db().draft.deleteMany({ where: { door: { in: [...doors] }, OR: owners } })
}

/** On https no sibling host can plant this cookie, and so none can read what is sealed under it (RFC 6265bis, `__Host-`). */
export function draftCookieName(): string {
  return env().isHttps ? '__Host-draft' : 'draft'
}

export function draftTokenFrom(cookieHeader: string | null): string | undefined {
  const token = cookieFrom(cookieHeader, draftCookieName())
  return token && TOKEN.test(token) ? token : undefined
}

// It ends with the browser's session: the next person at a shared computer shall not read it.
function draftCookie(token: string) {
  return setCookie(draftCookieName(), token, { isSecure: env().isHttps })
}

function ownedBy({ viewer, token }: Named) {
  return viewer.id === null ? { guestHash: tokenHash(token) } : { memberId: viewer.id }
}

function uniquely(door: string, { viewer, token }: Named): Prisma.DraftWhereUniqueInput {
  return viewer.id === null
    ? { guestHash_door: { guestHash: tokenHash(token), door } }
    : { memberId_door: { memberId: viewer.id, door } }
}

function sealToken({ viewer, token }: Named) {
  return viewer.id ?? token
}

async function forgetOldest(tx: Tx, networkHash: string) {
  const old = await tx.draft.findMany({
    where: { networkHash },
    orderBy: { savedAt: 'desc' },
    skip: PER_NETWORK,
    select: { id: true },
  })
  await tx.draft.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
}

// Our own forms cannot send more than fits; of what does not, the longest text is cut rather than all of it lost.
function fitted(draft: Draft): Buffer {
  const bytes = Buffer.from(JSON.stringify(draft))
  if (bytes.byteLength <= BYTES_MAX) return bytes
  const [name, value] = Object.entries(draft.values).sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', '']
  if (value === '') throw new Error('a draft is too large without any text')
  const kept = Math.floor((value.length * BYTES_MAX) / bytes.byteLength) - 1
  return fitted({
    ...draft,
    isCut: true,
    values: { ...draft.values, [name]: value.slice(0, Math.max(0, kept)).toWellFormed() },
  })
}
