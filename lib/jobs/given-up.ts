import 'server-only'
import { isAdministrator, type MemberViewer } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { mayTryAgain } from '../mail/given-up'
import { adminJobsPath } from '../paths'
import { Refusal, refuseUnless } from '../refusal'
import type { WorkInput } from './schema'

/** Something that the background gave up. `kind` is the work or the letter, `failure` the kind of error: nothing that a person wrote. */
export type GivenUp = {
  what: 'job' | 'letter'
  id: string
  kind: string
  madeAt: Date
  failedAt: Date
  tries: number
  failure: string
  /** A letter for signing in is over with its time. */
  mayTryAgain: boolean
}

const SHOWN_MAX = 100
// From now on: as long as a letter about news has (lib/notifications/letters.ts).
const LETTER_LIFE_MS = 6 * 60 * 60 * 1000
const failed = { where: { failedAt: { not: null } }, orderBy: { failedAt: 'desc' }, take: SHOWN_MAX } as const

/** How much was given up; nothing to anybody but administrators. */
export async function givenUpCount(viewer: Viewer): Promise<number> {
  if (!isAdministrator(viewer)) return 0
  const [jobs, letters] = await Promise.all([db().job.count(failed), db().letter.count(failed)])
  return jobs + letters
}

/** What was given up, the latest first; nothing to anybody but administrators. */
export async function givenUp(viewer: Viewer): Promise<GivenUp[]> {
  if (!isAdministrator(viewer)) return []
  const common = { id: true, failedAt: true, failure: true, tries: true } as const
  const [jobs, letters] = await Promise.all([
    db().job.findMany({ ...failed, select: { ...common, kind: true, madeAt: true } }),
    db().letter.findMany({ ...failed, select: { ...common, template: true, writtenAt: true } }),
  ])
  const all = [
    ...jobs.map((job) => ({ ...job, what: 'job' as const, mayTryAgain: true })),
    ...letters.map(({ template, writtenAt, ...letter }) => ({
      ...{ ...letter, what: 'letter' as const, kind: template, madeAt: writtenAt },
      mayTryAgain: mayTryAgain({ template }),
    })),
  ]
  return all
    .map((one) => ({ ...one, failedAt: one.failedAt ?? one.madeAt, failure: one.failure ?? '' }))
    .toSorted((one, other) => other.failedAt.getTime() - one.failedAt.getTime())
}

/** Has it tried again, from the beginning. To anybody but an administrator this does not exist. */
export async function tryAgain(viewer: Viewer, { what, id }: WorkInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessAdministrator(viewer)
  const where = { id, failedAt: { not: null } }
  const anew = { failedAt: null, failure: null, tries: 0, dueAt: now }
  if (what === 'letter') {
    const letter = await tx.letter.findFirst({ where, select: { template: true } })
    refuseUnless(letter, 'notFound')
    refuseUnless(mayTryAgain(letter), 'closed')
    const expiresAt = new Date(now.getTime() + LETTER_LIFE_MS)
    await tx.letter.updateMany({ where, data: { ...anew, open: 0, expiresAt } })
  } else {
    const { count } = await tx.job.updateMany({ where, data: anew })
    refuseUnless(count === 1, 'notFound')
  }
  await record(tx, { kind: 'workRetried', actorId: viewer.id, at: now, codes: { what } })
  return { id, path: adminJobsPath(locale) }
}

/** Takes it out for good. To anybody but an administrator this does not exist. */
export async function drop(viewer: Viewer, { what, id }: WorkInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessAdministrator(viewer)
  const where = { id, failedAt: { not: null } }
  const { count } = what === 'letter' ? await tx.letter.deleteMany({ where }) : await tx.job.deleteMany({ where })
  refuseUnless(count === 1, 'notFound')
  await record(tx, { kind: 'workDropped', actorId: viewer.id, at: now, codes: { what } })
  return { id, path: adminJobsPath(locale) }
}

function refuseUnlessAdministrator(viewer: Viewer): asserts viewer is MemberViewer {
  if (viewer.id === null || !isAdministrator(viewer)) throw new Refusal('notFound')
}
