// A provider that hangs must not hold a reader longer than this (security.md F25: no request over five seconds).
const ANSWER_MS = 4_000

/** `fetch`, given up when the provider does not answer. */
export const inTime: typeof fetch = (address, options) =>
  fetch(address, { ...options, signal: AbortSignal.timeout(ANSWER_MS) })
