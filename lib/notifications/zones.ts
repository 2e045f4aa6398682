import { timeZone } from '../i18n/locales'

/** Where most of our readers are, or come from; the rest of the list is by the alphabet. */
const OFTEN = [timeZone, 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'] as const

/** Every zone that this machine knows (IANA tz database), those of most readers first. */
export const zones: readonly string[] = [...new Set([...OFTEN, ...Intl.supportedValuesOf('timeZone')])]

export const defaultZone = timeZone
