/** What `displayed` needs of a fact. */
export const factColumns = {
  key: true,
  topic: true,
  kind: true,
  value: true,
  qualifier: true,
  text: true,
  question: true,
  note: true,
  sourceUrl: true,
  alsoUrls: true,
  readOn: true,
  compiledOn: true,
  confidence: true,
  operator: { select: { slug: true, name: true } },
  subject: { select: { kind: true } },
} as const
