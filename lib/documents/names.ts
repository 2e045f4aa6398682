/** What the house says about itself, by its name in the address. */
export const documentNames = ['rules', 'trust', 'privacy', 'accessibility', 'licence'] as const
export type DocumentName = (typeof documentNames)[number]
