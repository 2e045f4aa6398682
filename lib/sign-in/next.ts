import 'server-only'
import { seal, unseal } from '../secrets'

/** Where somebody goes after signing in may itself be a key (the administrator link), so it is kept sealed. */
export function sealNext(challengeId: string, path: string | undefined): string | null {
  return path ? seal('sign-in next', challengeId, Buffer.from(path)).toString('base64url') : null
}

export function openNext({ id, next }: { id: string; next: string | null }): string | undefined {
  return next ? unseal('sign-in next', id, Buffer.from(next, 'base64url'))?.toString() : undefined
}
