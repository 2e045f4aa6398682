import type { Level, Prisma, Role as StoredRole } from '@/prisma/generated/client'
import { skeleton } from '../accounts/handle'
import { sessionCookieName } from '../accounts/viewer'
import { db } from '../db'
import { record } from '../events'
import { newId } from '../ids'
import { newToken, tokenHash } from '../secrets'

export type TestMember = { id: string; handle: string; token: string; cookie: string }

const HOUR_MS = 3_600_000

/** `proven`: has a passkey, and the session has proven it; `owed`: has one, and the session has not. */
type Factor = 'none' | 'proven' | 'owed'

/**
 * A member with a session, synthetic by name, and not new any more unless that is said. `isSuspended` puts a suspension in force.
 * Whoever moderates has proven a second factor, because without one they moderate nothing.
 */
export async function makeMember({
  role = 'member',
  level = 'member',
  isSuspended = false,
  factor = role === 'member' ? 'none' : 'proven',
}: {
  role?: StoredRole
  level?: Level
  isSuspended?: boolean
  factor?: Factor
} = {}): Promise<TestMember> {
  const id = newId()
  const token = newToken()
  const now = new Date()
  const handle = `synthetic-${id.slice(-12)}`
  await db().member.create({
    data: {
      id,
      handle,
      handleSkeleton: skeleton(handle),
      role,
      level,
      joinedAt: now,
      sessions: {
        create: {
          id: newId(),
          tokenHash: tokenHash(token),
          startedAt: now,
          expiresAt: new Date(now.getTime() + HOUR_MS),
          ...(factor === 'proven' ? { secondFactorAt: now } : {}),
        },
      },
      hasSecondFactor: factor !== 'none',
      ...(factor === 'none' ? {} : { passkeys: { create: syntheticPasskey() } }),
      ...(isSuspended ? { suspensions: { create: { id: newId(), reason: 'synthetic', startedAt: now } } } : {}),
    },
    select: { id: true },
  })
  return { id, handle, token, cookie: `${sessionCookieName()}=${token}` }
}

/** A passkey that signs nothing: for whoever only has to have one. */
function syntheticPasskey() {
  return { id: newId(), credentialId: newToken(), publicKey: new Uint8Array(1), addedAt: new Date() }
}

/** Gives a member an address to sign in with and be written to, as whoever joins has. */
export async function giveAddress(memberId: string): Promise<string> {
  const address = `synthetic-${memberId}@example.org`
  await db().wayIn.create({
    data: { id: newId(), memberId, kind: 'email', address, addedAt: new Date() },
    select: { id: true },
  })
  return address
}

/** Gives a member a passkey of this kind; their session has proven it. */
export async function givePasskey(memberId: string): Promise<string> {
  const passkey = syntheticPasskey()
  await db().passkey.create({ data: { memberId, ...passkey }, select: { id: true } })
  await db().member.update({ where: { id: memberId }, data: { hasSecondFactor: true }, select: { id: true } })
  await db().session.updateMany({ where: { memberId }, data: { secondFactorAt: new Date() } })
  return passkey.id
}

/** The session of a member who has one. */
export async function sessionOf(memberId: string): Promise<string> {
  return (await db().session.findFirstOrThrow({ where: { memberId }, select: { id: true } })).id
}

export async function handleOf(memberId: string): Promise<string> {
  return (await db().member.findUniqueOrThrow({ where: { id: memberId }, select: { handle: true } })).handle
}

/** Gives a member something that they say of themselves. Says their handle. */
export async function withProfile(memberId: string): Promise<string> {
  const said = { name: `Synthetic ${newId().slice(-8)}`, markdown: 'synthetic', html: '<p>synthetic</p>', renderer: 1 }
  const { name } = said
  await db().profile.create({
    data: { memberId, ...said, nameSkeleton: skeleton(name), languages: ['zh'], savedAt: new Date() },
  })
  return handleOf(memberId)
}

/** Vouches for a member, by another synthetic one. */
export async function makeFlair(memberId: string): Promise<string> {
  const id = newId()
  const by = { grantedById: (await makeMember({ role: 'administrator' })).id, grantedAt: new Date() }
  await db().flair.create({ data: { id, memberId, kind: 'curator', reason: 'synthetic', ...by } })
  return id
}

/** Two addresses of this member; the first of them. */
export async function makeWaysIn(memberId: string): Promise<string> {
  const [first, second] = [newId(), newId()]
  const ways = [first, second].map((id) => ({
    id,
    memberId,
    kind: 'email' as const,
    address: `synthetic-${id}@example.org`,
  }))
  await db().wayIn.createMany({ data: ways.map((way) => ({ ...way, addedAt: new Date() })) })
  return first
}

/** A question by this member, synthetic by its words. */
export async function makeQuestion(
  authorId: string,
  { isFlagged = false, isHidden = false, operatorId = null as string | null } = {},
): Promise<number> {
  const id = await makePost(authorId, {
    kind: 'question',
    title: 'A synthetic question',
    operatorId,
    question: { create: {} },
  })
  const other = isFlagged || isHidden ? await makeMember() : undefined
  if (other && isFlagged)
    await db().flag.create({
      data: { id: newId(), postId: id, memberId: other.id, reason: 'spam', raisedAt: new Date() },
    })
  if (other && isHidden)
    await db().removal.create({
      data: { id: newId(), postId: id, removedById: other.id, reason: 'spam', removedAt: new Date() },
    })
  return id
}

/** An answer by this member; the question's count follows. */
export async function makeAnswer(authorId: string, questionId: number): Promise<number> {
  const id = await makePost(authorId, { kind: 'answer', answer: { create: { questionId } } })
  await db().question.update({ where: { postId: questionId }, data: { answerCount: { increment: 1 } } })
  return id
}

/** An operator, a channel and a way of paying, as a report names them. */
export async function makeSubjects(): Promise<{ operator: string; channel: string; payment: string }> {
  const tail = newId().slice(-12)
  const texts = { zh: '合成', en: 'synthetic', fr: 'synthétique', nl: 'synthetisch' }
  const common = { position: 0, contentHash: '' }
  const operator = `synthetic-${tail}`
  await db().operator.create({
    data: { id: newId(), slug: operator, name: operator, kind: 'brand', sells: 'prepaid', summary: texts, ...common },
  })
  const subjects = (['channel', 'payment'] as const).map((kind) => ({
    id: newId(),
    kind,
    slug: `${kind}-${tail}`,
    name: texts,
    ...common,
  }))
  await db().subject.createMany({ data: subjects })
  return { operator, channel: `channel-${tail}`, payment: `payment-${tail}` }
}

/** A copy of this member's data that lies ready. */
export async function makeReadyExport(memberId: string): Promise<string> {
  const [id, now] = [newId(), new Date()]
  const expiresAt = new Date(now.getTime() + HOUR_MS)
  const parts = { create: { nth: 0, bytes: new Uint8Array([80, 75]) } }
  await db().export.create({
    data: { id, memberId, locale: 'en', askedAt: now, madeAt: now, bytes: 2, expiresAt, parts },
    select: { id: true },
  })
  return id
}

type Made = Pick<Prisma.PostUncheckedCreateInput, 'kind' | 'title' | 'operatorId' | 'question' | 'answer'>

async function makePost(authorId: string, post: Made): Promise<number> {
  const words = { markdown: 'synthetic words', html: '<p>synthetic words</p>', renderer: 1 }
  const { id } = await db().post.create({
    data: { authorId, locale: 'en', postedAt: new Date(), ...words, ...post },
    select: { id: true },
  })
  const kind = post.kind === 'question' ? 'questionAsked' : 'answerGiven'
  await record(db(), { kind, actorId: authorId, postId: id, at: new Date() })
  return id
}
