import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562): sorts by the time of its making, so that indexes grow at their end. */
export function newId(): string {
  return v7()
}

/** The part of an id that a person can read over the telephone: eight characters from its random end. */
export function reference(id: string): string {
  return id.replaceAll('-', '').slice(-8).toUpperCase()
}
