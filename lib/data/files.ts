/** The files of an export, in the order of the page and of its README. `posts` is a folder too: one text for each. */
export const exportFiles = [
  'account',
  'profile',
  'former-handles',
  'ways-in',
  'sessions',
  'devices',
  'posts',
  'drafts',
  'votes',
  'acceptances',
  'flags',
  'follows',
  'notifications',
  'mail-choices',
  'feedback',
  'suspensions',
  'consents',
  'log',
] as const
export type ExportFile = (typeof exportFiles)[number]
