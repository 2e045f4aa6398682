import type { WayInKind } from '@/prisma/generated/client'

/** Everybody outside who can say who somebody is. Which of them this site offers is a matter of the environment (configured.ts). */
export const providerNames = ['google', 'github', 'apple', 'oidc'] as const satisfies readonly WayInKind[]
export type ProviderName = (typeof providerNames)[number]

export function isProviderName(value: unknown): value is ProviderName {
  return providerNames.some((name) => name === value)
}
