import type pg from 'pg'
import { CURATORS } from '../accounts/curators'
import { unapplied } from '../database/history'
import { checkSettings } from '../database/settings'
import { COUNTED, DUE, floored } from '../reputation/due'
import { wrongStandings } from './standing'

type Client = { query: pg.ClientBase['query'] }
export type Drift = { what: string; rows: string[] }

// Of whom nothing stays (lib/data/holdings.ts).
const PERSONAL = [
  'Session',
  'KnownDevice',
  'WayIn',
  'NewAddress',
  'ProviderVisit',
  'Passkey',
  'AuthenticatorApp',
  'RecoveryCode',
  'RecoverySheet',
  'HandleChange',
  'Profile',
  'Avatar',
  'BadgeAward',
  'Flair',
  'Follow',
  'Mention',
  'Notification',
  'NotificationChoice',
  'Reach',
  'Digest',
  'PushSubscription',
  'Draft',
  'Consent',
  'Export',
  'Suspension',
  'Feedback',
]

// Each must find nothing. The first column names the row. A new counter or invariant gets its line here with its verb.
const mustBeEmpty: Record<string, string> = {
  'feedback without the event that tells of it': `SELECT id FROM "Feedback" f WHERE NOT EXISTS (SELECT FROM "Event" e WHERE e."feedbackId" = f.id AND e.kind = 'feedbackSent')`,
  'feedback told of twice': `SELECT "feedbackId" FROM "Event" WHERE kind = 'feedbackSent' GROUP BY 1 HAVING count(*) > 1`,
  'a submission without its answer': `SELECT "keyHash" FROM "Submission" WHERE NOT (result ? 'id' AND result ? 'path')`,
  'a submission whose feedback is missing': `SELECT "keyHash" FROM "Submission" s WHERE door = 'feedback' AND NOT EXISTS (SELECT FROM "Feedback" f WHERE f.id::text = s.result ->> 'id')`,
  'a score that is not the sum of its votes': `SELECT p.id FROM "Post" p LEFT JOIN "Vote" v ON v."postId" = p.id GROUP BY p.id HAVING p.score <> coalesce(sum(v.value), 0)`,
  'an answer count that is not the number of answers shown': `SELECT q."postId" FROM "Question" q WHERE q."answerCount" <> (SELECT count(*) FROM "Answer" a WHERE a."questionId" = q."postId" AND NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = a."postId" AND r."liftedAt" IS NULL))`,
  'a vote on a post of its own': `SELECT v.id FROM "Vote" v JOIN "Post" p ON p.id = v."postId" WHERE p."authorId" = v."memberId"`,
  'a vote on what cannot be voted on': `SELECT v.id FROM "Vote" v JOIN "Post" p ON p.id = v."postId" WHERE p.kind NOT IN ('question', 'answer')`,
  'a post without the row of its kind': `SELECT id FROM "Post" p WHERE NOT CASE kind WHEN 'question' THEN EXISTS (SELECT FROM "Question" WHERE "postId" = p.id) WHEN 'answer' THEN EXISTS (SELECT FROM "Answer" WHERE "postId" = p.id) WHEN 'comment' THEN EXISTS (SELECT FROM "Comment" WHERE "postId" = p.id) WHEN 'experience' THEN EXISTS (SELECT FROM "Experience" WHERE "postId" = p.id) ELSE EXISTS (SELECT FROM "GuideVersion" WHERE "postId" = p.id) END`,
  'an acceptance by somebody else than the asker, or of an answer to another question': `SELECT a."questionId" FROM "Acceptance" a JOIN "Post" q ON q.id = a."questionId" JOIN "Answer" s ON s."postId" = a."answerId" WHERE q."authorId" <> a."acceptedById" OR s."questionId" <> a."questionId"`,
  'a post of a member without the event that tells of it': `SELECT id FROM "Post" p WHERE kind <> 'guide' AND (SELECT count(*) FROM "Event" e WHERE e."postId" = p.id AND e.kind IN ('questionAsked', 'answerGiven', 'commentMade', 'experienceShared')) <> 1`,
  'a fact that is shown without a source': `SELECT key FROM "Fact" WHERE confidence IN ('high', 'medium') AND "sourceUrl" IS NULL`,
  'a guide that embeds a fact that the ledger does not have': `SELECT g.slug FROM "Guide" g WHERE EXISTS (SELECT FROM unnest(g."factKeys") k WHERE NOT EXISTS (SELECT FROM "Fact" f WHERE f.key = k AND f.status = 'current'))`,
  'a guide that is not there in all four languages': `SELECT slug FROM "Guide" g WHERE (SELECT count(*) FROM "GuideVersion" v WHERE v."guideId" = g.id) <> 4`,
  'a starter whose answer is not to its question, or not of its language': `SELECT s.slug || '.' || s.locale FROM "Starter" s JOIN "Answer" a ON a."postId" = s."answerId" JOIN "Post" q ON q.id = s."questionId" JOIN "Post" p ON p.id = s."answerId" WHERE a."questionId" <> s."questionId" OR q.locale <> s.locale OR p.locale <> s.locale`,
  'a starter whose languages have more than one original': `SELECT slug FROM "Starter" s JOIN "Post" q ON q.id = s."questionId" GROUP BY slug HAVING count(DISTINCT coalesce(q."translationOfId", q.id)) > 1`,
  'a member told of an act of their own': `SELECT n.id FROM "Notification" n JOIN "Event" e ON e.id = n."eventId" WHERE e."actorId" = n."memberId"`,
  'a notification at another page than the one its post stands on': `SELECT n.id FROM "Notification" n LEFT JOIN "Answer" a ON a."postId" = n."postId" LEFT JOIN "Comment" c ON c."postId" = n."postId" LEFT JOIN "Answer" u ON u."postId" = c."onId" WHERE n."homeId" <> coalesce(a."questionId", u."questionId", c."onId", n."postId")`,
  'an entry of reputation that is not what votes and acceptances give': `SELECT coalesce(d."postId", e."postId") FROM (${DUE}) d FULL JOIN (SELECT * FROM "ReputationEntry" WHERE "reversedAt" IS NULL) e USING ("postId", "byId", "cause") WHERE (d."memberId", d."points", d."day") IS DISTINCT FROM (e."memberId", e."points", e."day")`,
  'a reputation that is not the sum of its days': `SELECT m.id FROM "Member" m WHERE m."reputation" <> ${floored(`SELECT sum("counted")::int FROM (${COUNTED}) days WHERE "memberId" = m.id`)}`,
  'a flair of an account without a person': `SELECT id FROM "Flair" WHERE "memberId" = '${CURATORS.id}'`,
  'votes that are told of without how many, or of fewer than there ever were': `SELECT n.id FROM "Notification" n JOIN "Event" e ON e.id = n."eventId" WHERE (n.kind = 'votesReached') <> (n.mark IS NOT NULL) OR n.mark <> (e.codes ->> 'mark')::int`,
  'a number of votes that was news twice': `SELECT "postId" FROM "Event" WHERE kind = 'votesReached' GROUP BY "postId", codes ->> 'mark' HAVING count(*) > 1`,
  'more members named in a post than are told of one': `SELECT "postId" FROM "Mention" GROUP BY 1 HAVING count(*) > 10`,
  'a round-up that comes without being wanted, or is wanted and never comes': `SELECT "memberId" FROM "Reach" WHERE (digest = 'never') <> ("digestDueAt" IS NULL)`,
  'a browser that gets pushes of another member than the one who is signed in there': `SELECT p.id FROM "PushSubscription" p JOIN "Session" s ON s.id = p."sessionId" WHERE s."memberId" <> p."memberId"`,
  'a letter that was given up': `SELECT id || ' (' || template || '): ' || failure FROM "Letter" WHERE "failedAt" IS NOT NULL`,
  'work in the background that was given up': `SELECT key || ': ' || failure FROM "Job" WHERE "failedAt" IS NOT NULL`,
  'a handle that looks like one that somebody else had before': `SELECT m.id FROM "Member" m JOIN "HandleChange" c ON c.skeleton = m."handleSkeleton" WHERE c."memberId" <> m.id`,
  'a name that looks like the handle of somebody else, past or present': `SELECT p."memberId" FROM "Profile" p WHERE EXISTS (SELECT FROM "Member" m WHERE m."handleSkeleton" = p."nameSkeleton" AND m.id <> p."memberId") OR EXISTS (SELECT FROM "HandleChange" c WHERE c.skeleton = p."nameSkeleton" AND c."memberId" <> p."memberId")`,
  'a second factor that is noted and not there, or there and not noted': `SELECT id FROM "Member" m WHERE "hasSecondFactor" <> (EXISTS (SELECT FROM "Passkey" WHERE "memberId" = m.id) OR EXISTS (SELECT FROM "AuthenticatorApp" WHERE "memberId" = m.id AND "provenAt" IS NOT NULL))`,
  'a proof, or a recovery code, of a second factor that its member does not have': `SELECT id FROM "Member" m WHERE NOT "hasSecondFactor" AND (EXISTS (SELECT FROM "Session" WHERE "memberId" = m.id AND "secondFactorAt" IS NOT NULL) OR EXISTS (SELECT FROM "RecoveryCode" WHERE "memberId" = m.id))`,
  'a former member who did not ask to leave, or one who asked and is not one': `SELECT m.id FROM "Member" m WHERE (m."leftAt" IS NOT NULL AND m."erasedAt" IS NULL) <> EXISTS (SELECT FROM "Erasure" e WHERE e."memberId" = m.id)`,
  'something that is left of a member who was erased': `SELECT DISTINCT x."memberId" FROM (${PERSONAL.map((table) => `SELECT "memberId" FROM "${table}"`).join(' UNION ALL ')}) x JOIN "Member" m ON m.id = x."memberId" WHERE m."erasedAt" IS NOT NULL`,
  'a member who should have been erased yesterday': `SELECT "memberId" FROM "Erasure" WHERE "dueAt" < now() - interval '1 day'`,
  'a copy of somebody’s data that is not whole': `SELECT id FROM "Export" e WHERE e.bytes IS NOT NULL AND e.bytes <> (SELECT coalesce(sum(octet_length(p.bytes)), 0) FROM "ExportPart" p WHERE p."exportId" = e.id)`,
  'an index that is not valid': 'SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid',
  'a constraint that was never checked': 'SELECT conname FROM pg_constraint WHERE NOT convalidated',
}

/** Every check, in order; a drift where rows were found. Throws nothing: what cannot be asked is a drift too. */
export async function examine(client: Client): Promise<{ what: string; drift: Drift | undefined }[]> {
  const results = []
  for (const [what, sql] of Object.entries(mustBeEmpty))
    results.push({ what, drift: await ask(what, () => rowsOf(client, sql)) })
  results.push({
    what: 'a level or a badge that is not what its facts give',
    drift: await ask('a level or a badge that is not what its facts give', () => wrongStandings(client)),
  })
  results.push({
    what: 'a migration that is not applied',
    drift: await ask('a migration that is not applied', () => unapplied(client)),
  })
  results.push({
    what: 'a setting that can lose writes',
    drift: await ask('a setting that can lose writes', () => checkSettings(client).then(() => [])),
  })
  return results
}

async function ask(what: string, look: () => Promise<string[]>): Promise<Drift | undefined> {
  const rows = await look().catch((error: Error) => [error.message])
  return rows.length === 0 ? undefined : { what, rows }
}

async function rowsOf(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  return rows.map(([first]) => String(first))
}
