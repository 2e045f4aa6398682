import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { CURATORS } from '../accounts/curators'
import { statement, type Tx } from '../db'
import { recountStanding } from '../queue'
import { COUNTED, DUE, floored } from './due'

type Earning = { id: number; authorId: string }

/**
 * Makes the entries of a post what its votes and its acceptance say now, and its author's sum with them; `byId` where only one
 * member's vote or acceptance has changed. In the transaction of the change, the post held (lib/posts/find.ts), and at its end: all
 * who vote on anything of this author wait here for each other.
 */
export async function recountReputation(tx: Tx, post: Earning, now: Date, byId?: string) {
  if (post.authorId === CURATORS.id) return
  await settleEntries(tx, post.id, now, byId)
  await recountStanding(tx, [post.authorId], now)
  await hold(tx, post.authorId)
  await tx.$executeRaw(statement(RECOUNT, post.authorId))
}

// Two votes on two posts of one member must not both count from the same entries. Taken after the posts and the job, always.
async function hold(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
}

async function settleEntries(tx: Tx, postId: number, now: Date, byId: string | undefined) {
  const theirs = byId ? Prisma.sql`AND "byId" = ${byId}::uuid` : Prisma.empty
  await tx.$executeRaw`
    WITH due AS (SELECT * FROM (${Prisma.raw(DUE)}) d WHERE "postId" = ${postId} ${theirs}),
    put AS (
      INSERT INTO "ReputationEntry" AS e ("memberId", "postId", "byId", "cause", "points", "at", "day") SELECT * FROM due
      ON CONFLICT ("postId", "byId", "cause") DO UPDATE
        SET "points" = EXCLUDED."points", "at" = EXCLUDED."at", "day" = EXCLUDED."day", "reversedAt" = NULL
        WHERE (e."points", e."at", e."reversedAt") IS DISTINCT FROM (EXCLUDED."points", EXCLUDED."at", NULL)
    )
    UPDATE "ReputationEntry" e SET "reversedAt" = ${now}
    WHERE "postId" = ${postId} ${theirs} AND "reversedAt" IS NULL
      AND NOT EXISTS (SELECT FROM due d WHERE d."byId" = e."byId" AND d."cause" = e."cause")`
}

// Counted from the rows each time, as every counter here is: what had drifted is right again after the next vote.
const SUM = `SELECT sum("counted")::int FROM (${COUNTED}) days WHERE "memberId" = $1::uuid`
const RECOUNT = `UPDATE "Member" SET "reputation" = ${floored(SUM)} WHERE id = $1::uuid`
