/**
 * How a try to send ended: `refused`, the mail server will never take letters for this address; `failed`, it did not take this one
 * now; `unknown`, nobody can tell whether it did.
 */
export type HowItEnded = 'refused' | 'failed' | 'unknown'

/** A letter did not leave, as far as is known. `what` is the kind of error and its code: never its words, which can hold the address. */
export class NotSent extends Error {
  constructor(
    readonly how: HowItEnded,
    readonly what: string,
  ) {
    super(what)
    this.name = 'NotSent'
  }
}

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown }

/** What an error of the mail library means. `hasAsked`: the server had asked for the letter itself, so it may have it. */
export function notSent(error: unknown, hasAsked: boolean): NotSent {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError
  const status = typeof responseCode === 'number' ? responseCode : undefined
  const what = [code, command, status].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
  if (status === undefined) return new NotSent(hasAsked ? 'unknown' : 'failed', what || 'Error')
  const isForGood = command === 'RCPT TO' && status >= 500 && !isPolicy(response)
  return new NotSent(isForGood ? 'refused' : 'failed', what)
}

// Enhanced code 5.7.x (RFC 3463, section 3.8): the server does not want us, which says nothing about the address.
function isPolicy(response: unknown): boolean {
  return typeof response === 'string' && /^\d{3}[ -]5\.7\.\d/.test(response)
}
