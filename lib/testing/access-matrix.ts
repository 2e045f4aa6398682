/**
 * Who gets what at every door and every private page: the HTTP status for each kind of viewer. `author` is the member whose thing
 * it is, `member` another one. A route or a private page without a row here fails lib/doors.test.ts; the rows are walked there
 * (doors) and in e2e/access.spec.ts (pages).
 */
const namedKinds = ['guest', 'member', 'author', 'moderator', 'administrator', 'suspended'] as const
/**
 * Two more, which have no column of their own unless a row says so. `unproven`: a moderator without a second factor, who gets what a
 * member gets. `owing`: a moderator who has one and has not proven it in this sign-in, and gets what a guest gets.
 */
const halfKinds = ['unproven', 'owing'] as const
export const viewerKinds = [...namedKinds, ...halfKinds]
export type ViewerKind = (typeof viewerKinds)[number]
export type Row = Record<(typeof namedKinds)[number], number> & Partial<Record<(typeof halfKinds)[number], number>>

/** The status that a row has for a kind of viewer. */
export function statusFor(row: Row, who: ViewerKind): number {
  if (who === 'unproven') return row.unproven ?? row.member
  return who === 'owing' ? (row.owing ?? row.guest) : row[who]
}

const everyone = (status: number): Row => ({
  guest: status,
  member: status,
  author: status,
  moderator: status,
  administrator: status,
  suspended: status,
})
const members: Row = { ...everyone(201), guest: 401, suspended: 403 }
const membersButAuthor: Row = { ...members, author: 403 }
const moderators: Row = { ...everyone(404), moderator: 201, administrator: 201 }
const administrators: Row = { ...everyone(404), administrator: 201 }

/** `METHOD /path` of each route handler. 201 as JSON is a write that was taken. */
export const doors: Record<string, Row> = {
  // A suspended member must be able to reach the people who run the site.
  'POST /api/v1/feedback': everyone(201),
  'POST /api/v1/sign-in': everyone(201),
  // Nothing is under way in these browsers: lib/sign-in/sign-in.test.ts walks the rest.
  'POST /api/v1/sign-in/confirmations': everyone(410),
  'POST /api/v1/members': everyone(410),
  'POST /api/v1/sign-in/visits': everyone(201),
  // Not where a provider sends anybody back to: lib/sign-in/arrive.test.ts walks that.
  'GET /api/auth/[...nextauth]': everyone(404),
  'POST /api/auth/[...nextauth]': everyone(404),
  // One's own ways in: also of whoever may not publish. Here it is a way in of `author`, who has another.
  'POST /api/v1/ways-in': { ...everyone(201), guest: 401 },
  'POST /api/v1/ways-in/confirmations': { ...everyone(410), guest: 401 },
  'POST /api/v1/ways-in/links': { ...everyone(201), guest: 401 },
  'POST /api/v1/ways-in/removals': { ...everyone(404), guest: 401, author: 201, suspended: 403 },
  'POST /api/v1/profiles': members,
  'POST /api/v1/handles': members,
  'POST /api/v1/avatars': members,
  'POST /api/v1/avatars/removals': { ...everyone(201), guest: 401 },
  // By an address that nobody guesses, the same for everybody: no picture is there.
  'GET /api/v1/avatars/[name]': everyone(404),
  'POST /api/v1/sign-out': everyone(201),
  // Ending sessions of one's own is for everybody who has one, also when suspended. Here it is the session of `author`.
  'POST /api/v1/sessions/endings': { ...everyone(404), guest: 401, author: 201 },
  'POST /api/v1/sessions/endings/others': { ...everyone(201), guest: 401 },
  'POST /api/v1/sessions/endings/all': { ...everyone(201), guest: 401 },
  // Challenges that nobody asked for; lib/second-factor/passkeys.test.ts walks the rest.
  'POST /api/v1/passkeys/challenges': everyone(201),
  'POST /api/v1/passkeys': { ...everyone(409), guest: 401 },
  'POST /api/v1/sign-in/passkeys': everyone(409),
  // Here it is a passkey of `author`.
  'POST /api/v1/passkeys/removals': { ...everyone(404), guest: 401, author: 201 },
  // The one door that a sign-in without its second step may knock at; the code is wrong. Whoever has just done it has tapped twice.
  'POST /api/v1/sign-in/second': { ...everyone(410), moderator: 201, administrator: 201, owing: 422 },
  // One's own second step is for everybody who is signed in, also when suspended.
  'POST /api/v1/authenticator-apps': { ...everyone(201), guest: 401 },
  'POST /api/v1/authenticator-apps/confirmations': { ...everyone(410), guest: 401 },
  'POST /api/v1/authenticator-apps/removals': { ...everyone(201), guest: 401 },
  'POST /api/v1/recovery-codes': { ...everyone(409), guest: 401, moderator: 201, administrator: 201 },
  'POST /api/v1/recovery-codes/receipts': { ...everyone(201), guest: 401 },
  'POST /api/v1/administrators': { ...everyone(404), guest: 401, suspended: 403 },
  'POST /api/v1/questions': members,
  'POST /api/v1/answers': members,
  'POST /api/v1/comments': members,
  'POST /api/v1/experiences': members,
  'POST /api/v1/votes': membersButAuthor,
  'POST /api/v1/acceptances': { ...everyone(403), guest: 401, author: 201 },
  'POST /api/v1/flags': membersButAuthor,
  'POST /api/v1/flags/decisions': moderators,
  'POST /api/v1/removals': moderators,
  'POST /api/v1/restorations': moderators,
  'POST /api/v1/profiles/clearances': moderators,
  'POST /api/v1/flairs': administrators,
  'POST /api/v1/flairs/withdrawals': administrators,
  'POST /api/v1/follows': members,
  // One's own inbox and letters: also for whoever may not publish.
  'POST /api/v1/reads': { ...everyone(201), guest: 401 },
  'POST /api/v1/notification-choices': { ...everyone(201), guest: 401 },
  'POST /api/v1/push-subscriptions': { ...everyone(201), guest: 401 },
  // Here it is the browser of `author`.
  'POST /api/v1/push-subscriptions/endings': { ...everyone(404), guest: 401, author: 201 },
  'POST /api/v1/mail-trials': { ...everyone(201), guest: 401 },
  'POST /api/v1/work/retries': administrators,
  'POST /api/v1/work/drops': administrators,
  // One's own data: also for whoever may not publish. The export is one of `author`; somebody else's does not exist.
  'POST /api/v1/exports': { ...everyone(201), guest: 401 },
  'GET /api/v1/exports/[id]': { ...everyone(404), guest: 303, author: 200 },
  'POST /api/v1/consents': { ...everyone(201), guest: 401 },
  // Whoever holds an office hands it over before they leave.
  'POST /api/v1/erasures': { ...everyone(201), guest: 401, moderator: 403, administrator: 403, unproven: 403 },
  'POST /api/v1/erasures/withdrawals': { ...everyone(201), guest: 401 },
  'POST /api/v1/resignations': { ...moderators, guest: 401 },
  // Whoever holds the signed link, signed in or not.
  'POST /api/v1/unsubscriptions': everyone(201),
  'GET /api/v1/unsubscriptions': everyone(303),
  'GET /api/v1/posts/mine': everyone(200),
  'GET /api/[...unknown]': everyone(404),
  'GET /healthz': everyone(200),
  'GET /readyz': everyone(200),
  // Not a matter of who is signed in: loopback or METRICS_TOKEN only. From elsewhere it does not exist.
  'GET /metrics': everyone(404),
  'GET /robots.txt': everyone(200),
  'GET /sitemap.xml': everyone(200),
  'GET /manifest.webmanifest': everyone(200),
}

/** Private pages, by their file below app/[locale]. The receipt is one that `author` got; the post is a hidden one of `author`. */
export const privatePages: Record<string, Row> = {
  'admin/claim/[token]/page.tsx': everyone(404),
  'admin/jobs/page.tsx': { ...everyone(404), administrator: 200 },
  'admin/flairs/page.tsx': { ...everyone(404), administrator: 200 },
  // Led to setting one up.
  'admin/page.tsx': { ...everyone(404), moderator: 200, administrator: 200, unproven: 200 },
  'experiences/new/page.tsx': everyone(200),
  'feedback/page.tsx': everyone(200),
  'feedback/received/[id]/page.tsx': { ...everyone(404), author: 200 },
  'follow/page.tsx': everyone(200),
  'me/abilities/page.tsx': everyone(200),
  'me/data/page.tsx': everyone(200),
  'me/data/erasure/page.tsx': everyone(200),
  'me/inbox/page.tsx': everyone(200),
  'me/notifications/page.tsx': everyone(200),
  'me/page.tsx': everyone(200),
  'me/reputation/page.tsx': everyone(200),
  'me/sessions/page.tsx': everyone(200),
  'me/second-step/page.tsx': everyone(200),
  'me/second-step/app/page.tsx': everyone(200),
  'me/profile/page.tsx': everyone(200),
  'members/[handle]/mine/page.tsx': everyone(200),
  'me/ways-in/page.tsx': everyone(200),
  'me/ways-in/link/[token]/page.tsx': everyone(200),
  'posts/[id]/mine/page.tsx': { ...everyone(404), author: 200, moderator: 200, administrator: 200 },
  'questions/ask/page.tsx': everyone(200),
  'search/page.tsx': everyone(200),
  'sign-in/code/page.tsx': everyone(200),
  'sign-in/handle/page.tsx': everyone(200),
  'sign-in/link/[token]/page.tsx': everyone(200),
  'sign-in/page.tsx': everyone(200),
  'sign-in/second/page.tsx': everyone(200),
  'unsubscribe/page.tsx': everyone(200),
}
