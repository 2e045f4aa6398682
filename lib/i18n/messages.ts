import type { Locale } from './locales'
import en from './messages/en.json'
import fr from './messages/fr.json'
import nl from './messages/nl.json'
import zh from './messages/zh.json'

/** Chinese is the source: what it has, all four must have, or this does not compile. */
export type Messages = typeof zh

type Exactly<Given> = Given & (keyof Given extends keyof Messages ? unknown : never)
const exactly = <Given extends Messages>(given: Exactly<Given>): Messages => given

export const messages: Record<Locale, Messages> = { zh, en: exactly(en), fr: exactly(fr), nl: exactly(nl) }
