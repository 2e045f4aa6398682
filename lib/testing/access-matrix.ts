/**
 * Who gets what at every door and every private page: the HTTP status for each kind of viewer. `author` is the member whose thing
 * it is, `member` another one. A route or a private page without a row here fails lib/doors.test.ts; the rows are walked there
 * (doors) and in e2e/access.spec.ts (pages).
 */
export const viewerKinds = ['guest', 'member', 'author', 'moderator', 'administrator', 'suspended'] as const
export type ViewerKind = (typeof viewerKinds)[number]
export type Row = Record<ViewerKind, number>

const everyone = (status: number): Row => ({
  guest: status,
  member: status,
  author: status,
  moderator: status,
  administrator: status,
  suspended: status,
})

/** `METHOD /path` of each route handler. 201 as JSON is a write that was taken. */
export const doors: Record<string, Row> = {
  // A suspended member must be able to reach the people who run the site.
  'POST /api/v1/feedback': everyone(201),
  'GET /api/[...unknown]': everyone(404),
  'GET /healthz': everyone(200),
  'GET /readyz': everyone(200),
  // Not a matter of who is signed in: loopback or METRICS_TOKEN only. From elsewhere it does not exist.
  'GET /metrics': everyone(404),
  'GET /robots.txt': everyone(200),
  'GET /sitemap.xml': everyone(200),
  'GET /manifest.webmanifest': everyone(200),
}

/** Private pages, by their file below app/[locale]. The receipt is one that `author` got. */
export const privatePages: Record<string, Row> = {
  'feedback/page.tsx': everyone(200),
  'feedback/received/[id]/page.tsx': { ...everyone(404), author: 200 },
  'search/page.tsx': everyone(200),
}
