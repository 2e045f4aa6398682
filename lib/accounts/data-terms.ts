// How long what lasts when a member takes a copy or leaves. Documents and pages state these figures (lib/documents/values.ts).

/** A copy lies ready for so many days: a holiday, and no longer, because it is everything in one file. */
export const EXPORT_DAYS = 7
/** Hours between two copies (this project's issue 5: at most one a day). */
export const EXPORT_EVERY_HOURS = 24
/** Bytes. Far above what anybody can write here; what is larger is handed over by a person. */
export const EXPORT_BYTES_MAX = 64_000_000

/** Days in which leaving can be taken back (features.md, row 162: two weeks, as long as a lost phone may take). */
export const GRACE_DAYS = 14
/** The second letter comes so many days before the end. */
export const REMINDER_DAYS = 2
/** Nobody else gets the handle of somebody who left for so many days: readers remember who wrote under it. */
export const HANDLE_RESERVED_DAYS = 365
/** A suspension without an end is remembered for so many days at most after its member was erased: nothing is kept for ever. */
export const EXCLUSION_DAYS_MAX = 3 * 365

export const DAY_MS = 86_400_000
