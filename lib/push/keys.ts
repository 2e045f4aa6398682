import 'server-only'
import webpush from 'web-push'
import { clock } from '../clock'
import { db } from '../db'
import { env } from '../env'
import { seal, unseal } from '../secrets'
import { write } from '../write'

export type PushKeys = { publicKey: string; privateKey: string }

const NAME = 'push keys'
let known: PushKeys | undefined

/**
 * The pair by which push services know this site: from the environment, or made once and kept sealed in the database, so that it goes
 * with every backup. Under another secret it does not open; then there is a new one, and browsers must be asked again.
 */
export async function pushKeys(): Promise<PushKeys> {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env()
  if (publicKey && privateKey) return { publicKey, privateKey }
  known ??= (await kept()) ?? (await made())
  return known
}

async function kept(): Promise<PushKeys | undefined> {
  const row = await db().keeping.findUnique({ where: { name: NAME }, select: { sealed: true } })
  return row ? opened(row.sealed) : undefined
}

function opened(sealed: Uint8Array): PushKeys | undefined {
  const plain = unseal('keeping', NAME, sealed)
  return plain && (JSON.parse(plain.toString('utf8')) as PushKeys)
}

// Of several processes that start at once, one makes the pair.
function made(): Promise<PushKeys> {
  return write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ONE_AT_A_TIME})`
    const row = await tx.keeping.findUnique({ where: { name: NAME }, select: { sealed: true } })
    const theirs = row && opened(row.sealed)
    if (theirs) return theirs
    const keys = webpush.generateVAPIDKeys()
    const data = { sealed: Uint8Array.from(seal('keeping', NAME, Buffer.from(JSON.stringify(keys)))), madeAt: clock() }
    await tx.keeping.upsert({
      where: { name: NAME },
      create: { name: NAME, ...data },
      update: data,
      select: { name: true },
    })
    // They were told another key, and their services would refuse ours.
    if (row) await tx.pushSubscription.deleteMany({})
    return keys
  })
}

const ONE_AT_A_TIME = 7_243_003
