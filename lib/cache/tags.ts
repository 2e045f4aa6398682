/** What a cached read may depend on. A verb that changes it names the same tag to `changed`. */
export const tags = {
  feedback: 'feedback',
  ledger: 'ledger',
  guides: 'guides',
  questions: 'questions',
  experiences: 'experiences',
  badges: 'badges',
  question: (id: number) => `question:${id}` as const,
  experience: (id: number) => `experience:${id}` as const,
  /** What is public of a member: their names, profile and list of contributions. */
  member: (id: string) => `member:${id}` as const,
} as const
