import { CURATORS } from '../accounts/curators'
import { DAILY_CAP, FLOOR, POINTS } from './points'

// SQL without parameters, made of constants only: what is written by it (recount.ts) is checked by the same words (lib/doctor/checks.ts).

/**
 * Every entry that must be in force: what the votes and acceptances of now give. Nothing comes from oneself or goes to the curators'
 * account, and a hidden post gives nothing.
 */
export const DUE = `
  SELECT p."authorId" AS "memberId", p.id AS "postId", c."byId", c."cause", c."points", c."at", (c."at" AT TIME ZONE 'Europe/Brussels')::date AS "day"
  FROM (
    SELECT v."postId", v."memberId" AS "byId", 'vote'::"ReputationCause" AS "cause", v."castAt" AS "at",
      CASE WHEN v."value" < 0 THEN ${POINTS.down} WHEN a."postId" IS NULL THEN ${POINTS.questionUp} ELSE ${POINTS.answerUp} END AS "points"
    FROM "Vote" v LEFT JOIN "Answer" a ON a."postId" = v."postId"
    UNION ALL
    SELECT "answerId", "acceptedById", 'acceptance', "acceptedAt", ${POINTS.accepted} FROM "Acceptance"
  ) c JOIN "Post" p ON p.id = c."postId"
  WHERE p."authorId" <> c."byId" AND p."authorId" <> '${CURATORS.id}'
    AND NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = p.id AND r."liftedAt" IS NULL)`

/** What the entries in force of each day give to a member, the limit applied: sumOfDay (points.ts) in SQL. */
export const COUNTED = `
  SELECT "memberId", "day", sum("points")::int AS "gained",
    (least(${DAILY_CAP}, coalesce(sum("points") FILTER (WHERE "cause" = 'vote' AND "points" > 0), 0))
      + coalesce(sum("points") FILTER (WHERE "cause" = 'acceptance' OR "points" < 0), 0))::int AS "counted"
  FROM "ReputationEntry" WHERE "reversedAt" IS NULL GROUP BY "memberId", "day"`

/** A member's sum, from a query that selects `counted` of their days. */
export const floored = (days: string) => `greatest(${FLOOR}, coalesce((${days}), 0))`
