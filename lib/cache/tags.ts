/** What a cached read may depend on. A verb that changes it names the same tag to `changed`. */
export const tags = {
  feedback: 'feedback',
} as const
