import type { Subject } from './subject'

/** What stands where a name or an address was. */
const GONE = '…'

/** A message to the people who run the site, without the addresses and handles of whoever wrote it. */
export function withoutNames(text: string, { addresses, handles }: Subject): string {
  return without(text, [...addresses.map(escaped), ...handles.map((handle) => alone(handle))])
}

/** A post, without the addresses of its author and without `@handle`. A handle alone may be an ordinary word: it stays. */
export function withoutAddresses(text: string, { addresses, handles }: Subject): string {
  return without(text, [...addresses.map(escaped), ...handles.map((handle) => `[@＠]${alone(handle)}`)])
}

function without(text: string, patterns: readonly string[]): string {
  return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join('|'), 'giu'), GONE)
}

// As a word of its own; between Chinese characters there is no edge of a word to look for.
function alone(handle: string): string {
  if (/\p{Script=Han}/u.test(handle)) return escaped(handle)
  return `(?<![\\p{L}\\p{N}])${escaped(handle)}(?![\\p{L}\\p{N}])`
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
