import { CURATORS } from '../accounts/curators'
import { type Badge, HELPFUL_SCORE } from './badges'

const shown = `NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = p.id AND r."liftedAt" IS NULL)`
const first = (kind: string) =>
  `SELECT p."authorId" AS "memberId", min(p.id) AS "postId" FROM "Post" p WHERE p.kind = '${kind}' AND ${shown} GROUP BY 1`

// What earns each badge: members, with the post that did it where there is one. What is gone earns nothing.
const causes: Record<Badge, string> = {
  firstQuestion: first('question'),
  firstAnswer: first('answer'),
  firstExperience: first('experience'),
  firstAccepted: `SELECT e."memberId", min(e."postId") AS "postId" FROM "ReputationEntry" e WHERE e."cause" = 'acceptance' AND e."reversedAt" IS NULL GROUP BY 1`,
  helpfulAnswer: `SELECT p."authorId" AS "memberId", min(p.id) AS "postId" FROM "Post" p WHERE p.kind = 'answer' AND p."score" >= ${HELPFUL_SCORE} AND ${shown} GROUP BY 1`,
  // Which post was flagged is between the member and the moderators.
  helpfulFlag: `SELECT DISTINCT f."memberId", NULL::int AS "postId" FROM "Flag" f WHERE f."isUpheld"`,
  profileFilled: `SELECT f."memberId", NULL::int AS "postId" FROM "Profile" f WHERE f."markdown" IS NOT NULL AND cardinality(f."languages") > 0`,
  yearHere: `SELECT m.id AS "memberId", NULL::int AS "postId" FROM "Member" m WHERE m."joinedAt" <= $1::timestamptz - interval '1 year'`,
}

// The curators' account is nobody, and so is whoever was erased. Members are named in each part, so that nobody else's posts are read.
const due = Object.entries(causes).map(
  ([badge, sql]) =>
    `SELECT '${badge}' AS "badge", c.* FROM (${sql}) c WHERE "memberId" = ANY($2::uuid[]) AND "memberId" <> '${CURATORS.id}' AND EXISTS (SELECT FROM "Member" x WHERE x.id = "memberId" AND x."erasedAt" IS NULL)`,
)

/**
 * Where what these members hold differs from what is due by now: `isDue` says in which direction. `$1` is now, `$2` their ids. The
 * doctor asks the same (lib/doctor/standing.ts).
 */
export const BADGE_DIFFERENCES = `
  SELECT coalesce(d."memberId", a."memberId") AS "memberId", coalesce(d."badge", a."badge") AS "badge", d."postId", d."badge" IS NOT NULL AS "isDue"
  FROM (${due.join(' UNION ALL ')}) d
  FULL JOIN (SELECT * FROM "BadgeAward" WHERE "revokedAt" IS NULL AND "memberId" = ANY($2::uuid[])) a ON a."memberId" = d."memberId" AND a."badge" = d."badge"
  WHERE d."badge" IS NULL OR a."badge" IS NULL OR d."postId" IS DISTINCT FROM a."postId"
  ORDER BY 1, 2`
