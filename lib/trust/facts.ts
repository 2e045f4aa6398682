import { type Facts, type Level, WINDOW_DAYS } from './level'

export type Known = { id: string; level: Level; belowSince: Date | null } & Facts

const shown = (post: string) =>
  `NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = ${post} AND r."liftedAt" IS NULL)`
const NOW = '$1::timestamptz'
const since = `${NOW} - interval '${WINDOW_DAYS} days'`

/**
 * What is known of members, in one question: `$1` is now, `$2` their ids. Votes and acceptances are read from the entries of
 * lib/reputation, where nothing comes from oneself or from a hidden post. The doctor asks the same (lib/doctor/standing.ts).
 */
export const FACTS = `
  SELECT m.id, m.level, m."belowSince", age.*, entries.*, posts.*, answers.*,
    (SELECT count(DISTINCT r."postId")::int FROM "Removal" r JOIN "Post" p ON p.id = r."postId"
      WHERE p."authorId" = m.id AND r."liftedAt" IS NULL AND r."removedAt" > ${since}) AS "recentRemovals",
    (SELECT count(*)::int FROM "Suspension" s
      WHERE s."memberId" = m.id AND s."startedAt" <= ${NOW} AND least(s."endsAt", s."liftedAt", ${NOW}) > ${since}) AS "recentSuspensions"
  FROM "Member" m
  CROSS JOIN LATERAL (
    SELECT floor(seconds / 3600)::int AS "hours", floor(seconds / 86400)::int AS "days"
    FROM (SELECT extract(epoch FROM ${NOW} - m."joinedAt") AS seconds) lived
  ) age
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE e."cause" = 'acceptance')::int AS "accepted",
      count(DISTINCT e."postId") FILTER (WHERE up)::int AS "helpfulPosts",
      count(DISTINCT e."byId") FILTER (WHERE up)::int AS "voters",
      count(*) FILTER (WHERE up AND recent)::int AS "recentVotes",
      count(DISTINCT e."byId") FILTER (WHERE up AND recent)::int AS "recentVoters",
      count(DISTINCT e."day") FILTER (WHERE up AND recent)::int AS "recentVoteDays"
    FROM "ReputationEntry" e, LATERAL (SELECT e."cause" = 'vote' AND e."points" > 0 AS up, e."at" > ${since} AS recent) kind
    WHERE e."memberId" = m.id AND e."reversedAt" IS NULL
  ) entries
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT (p."postedAt" AT TIME ZONE 'Europe/Brussels')::date)::int AS "recentDays"
    FROM "Post" p WHERE p."authorId" = m.id AND p."postedAt" > ${since} AND ${shown('p.id')}
  ) posts
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT a."questionId")::int AS "answered",
      count(DISTINCT a."questionId") FILTER (WHERE p."postedAt" > ${since})::int AS "recentAnswered"
    FROM "Post" p JOIN "Answer" a ON a."postId" = p.id JOIN "Post" q ON q.id = a."questionId"
    WHERE p."authorId" = m.id AND q."authorId" <> m.id AND ${shown('p.id')}
  ) answers
  WHERE m.id = ANY($2::uuid[]) AND m."erasedAt" IS NULL`
