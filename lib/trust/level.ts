import type { Level, Role } from '@/prisma/generated/client'

export type { Level }

/** What a member earns by what they do, lowest first. Moderator and administrator are roles, which somebody gives. */
export const levels = ['new', 'member', 'regular', 'trusted'] as const satisfies readonly Level[]

// Days. The window of trusted members' marks, and how long a level that is not deserved any more is kept (features.md 2.3, Discourse TL3).
export const WINDOW_DAYS = 100
export const GRACE_DAYS = 14
/** So much of a mark keeps a level that the whole mark gives (features.md 2.3: "below 0.9 × any mark"). */
export const MARGIN = 0.9

/** How old an account is at least before it is anything but new (features.md 2.8, `trust.new`). */
export const FIRST_HOURS = 24

/** What is known of a member, counted by lib/trust/facts.ts. `recent`: within the last 100 days. Only what stands counts. */
export type Facts = {
  /** Since joining. */
  hours: number
  days: number
  /** Answers that the asker accepted. */
  accepted: number
  /** Posts that somebody found helpful, and by how many members in all. */
  helpfulPosts: number
  voters: number
  /** Questions of others that they answered. */
  answered: number
  recentAnswered: number
  /** Days in Brussels on which they wrote something. */
  recentDays: number
  recentVotes: number
  recentVoters: number
  recentVoteDays: number
  /** Posts that a moderator hid. */
  recentRemovals: number
  recentSuspensions: number
}
export type Fact = keyof Facts
export type Mark = { fact: Fact; atLeast: number } | { fact: Fact; atMost: number }

/**
 * What each level takes besides those below it: one of every group. The sources are rows of features.md.
 * `member`: 2.8, `trust.new`. `regular`: 2.3, Discourse TL2 (15 days, three topics), with outcomes in the place of reading time, and
 * votes of several people, because one can be bribed. `trusted`: 2.3, Discourse TL3 (20 votes of 5 members on 7 days, 10 topics, 5
 * posts flagged, never suspended, in 100 days; TL2's 15 days in the place of 50, since we count writing and not visiting) and Khoros'
 * rank (5 accepted solutions).
 */
export const marks: Record<Exclude<Level, 'new'>, readonly (readonly Mark[])[]> = {
  member: [
    [{ fact: 'hours', atLeast: FIRST_HOURS }],
    [
      { fact: 'accepted', atLeast: 1 },
      { fact: 'helpfulPosts', atLeast: 3 },
    ],
  ],
  regular: [
    [{ fact: 'days', atLeast: 15 }],
    [{ fact: 'accepted', atLeast: 1 }],
    [{ fact: 'answered', atLeast: 3 }],
    [{ fact: 'voters', atLeast: 3 }],
    [{ fact: 'recentRemovals', atMost: 5 }],
    [{ fact: 'recentSuspensions', atMost: 0 }],
  ],
  trusted: [
    [{ fact: 'days', atLeast: 100 }],
    [{ fact: 'accepted', atLeast: 5 }],
    [{ fact: 'recentAnswered', atLeast: 10 }],
    [{ fact: 'recentDays', atLeast: 15 }],
    [{ fact: 'recentVotes', atLeast: 20 }],
    [{ fact: 'recentVoters', atLeast: 5 }],
    [{ fact: 'recentVoteDays', atLeast: 7 }],
  ],
}

export function isMet(mark: Mark, facts: Facts, margin = 1): boolean {
  const have = facts[mark.fact]
  return 'atLeast' in mark ? have >= mark.atLeast * margin : have <= mark.atMost / margin
}

/** The highest level whose marks, and those of all below it, are met. */
export function levelBy(facts: Facts, margin = 1): Level {
  const missed = levels.findIndex(
    (level) => level !== 'new' && !marks[level].every((group) => group.some((mark) => isMet(mark, facts, margin))),
  )
  return levels[missed === -1 ? levels.length - 1 : missed - 1] ?? 'new'
}

export type Standing = { level: Level; belowSince: Date | null }

/**
 * The level that follows from the one before and from what is known now. Up at once. Down only when less than nine tenths of a mark
 * has been there for two weeks, so that nobody flaps; at once after a suspension, which is a decision and not a bad week.
 */
export function nextStanding({ level, belowSince }: Standing, facts: Facts, now: Date): Standing {
  const earned = levelBy(facts)
  if (isBelow(level, earned)) return { level: earned, belowSince: null }
  const kept = levelBy(facts, MARGIN)
  if (!isBelow(kept, level)) return { level, belowSince: null }
  const since = belowSince ?? now
  const isOver = now.getTime() - since.getTime() >= GRACE_DAYS * 86_400_000
  return isOver || facts.recentSuspensions > 0 ? { level: kept, belowSince: null } : { level, belowSince: since }
}

/** Is the first level lower than the second? */
export function isBelow(one: Level, other: Level): boolean {
  return levels.indexOf(one) < levels.indexOf(other)
}

export type ShownLevel = Level | Exclude<Role, 'member'>

/** What stands beside a name: the role that somebody gave, or else the level that was earned. */
export function shownLevel({ role, level }: { role: Role; level: Level }): ShownLevel {
  return role === 'member' ? level : role
}
