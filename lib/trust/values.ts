import { DAILY_CAP, FLOOR, POINTS } from '../reputation/points'
import { dailyLimits } from './daily'
import { type Fact, GRACE_DAYS, type Level, marks, WINDOW_DAYS } from './level'
import { NEW_LINKS } from './links'

/** The figures that the explanation of reputation and levels states, by the names that it uses (lib/documents/texts/trust.json). */
export function trustFigures(): Record<string, number> {
  return {
    accepted: POINTS.accepted,
    answerUp: POINTS.answerUp,
    questionUp: POINTS.questionUp,
    down: -POINTS.down,
    cap: DAILY_CAP,
    floor: FLOOR,
    firstHours: needed('member', 'hours'),
    firstAccepted: needed('member', 'accepted'),
    firstHelpful: needed('member', 'helpfulPosts'),
    regularDays: needed('regular', 'days'),
    regularAccepted: needed('regular', 'accepted'),
    regularAnswered: needed('regular', 'answered'),
    regularVoters: needed('regular', 'voters'),
    removals: needed('regular', 'recentRemovals'),
    trustedDays: needed('trusted', 'days'),
    trustedAccepted: needed('trusted', 'accepted'),
    trustedAnswered: needed('trusted', 'recentAnswered'),
    trustedWriting: needed('trusted', 'recentDays'),
    trustedVotes: needed('trusted', 'recentVotes'),
    trustedVoters: needed('trusted', 'recentVoters'),
    trustedVoteDays: needed('trusted', 'recentVoteDays'),
    window: WINDOW_DAYS,
    graceDays: GRACE_DAYS,
    newLinks: NEW_LINKS,
    newPosts: dailyLimits.posts.new,
    newAnswers: dailyLimits.answers.new,
    newComments: dailyLimits.comments.new,
    ...byLevel('votes'),
    ...byLevel('flags'),
  }
}

function needed(level: Exclude<Level, 'new'>, fact: Fact): number {
  const mark = marks[level].flat().find((one) => one.fact === fact)
  if (!mark) throw new Error(`${level} takes no ${fact}`)
  return 'atLeast' in mark ? mark.atLeast : mark.atMost
}

// `votesNew`, `votesMember` …
function byLevel(act: 'votes' | 'flags') {
  return Object.fromEntries(
    Object.entries(dailyLimits[act]).map(([level, limit]) => [
      `${act}${level[0]?.toUpperCase()}${level.slice(1)}`,
      limit,
    ]),
  )
}
