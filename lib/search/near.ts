import type { Locale } from '../i18n/locales'
import type { Place } from './documents'
import { type Found, foldedPlace, shownBy, wordsOf } from './find'

const LATIN_MIN = 3
const TITLE_WEIGHT = 2
const UNITS_MAX = 24

/**
 * For a query that nothing answers word for word, such as a whole sentence: what holds at least half of its parts, in the reader's
 * language, the most alike first. A part is a Latin word, or two Chinese characters that stand beside each other.
 */
export function findNear(query: string, reader: Locale, places: readonly Place[]): Found[] {
  const units = unitsOf(query)
  const least = Math.max(Math.ceil(units.length / 2), Math.min(2, units.length))
  if (units.length === 0) return []
  return places
    .filter(({ locale }) => locale === reader)
    .map((place) => ({ place, ...likeness(place, units) }))
    .filter(({ held }) => held >= least)
    .sort((one, other) => other.score - one.score)
    .map(({ place }) => shownBy(place, units))
}

function unitsOf(query: string): string[] {
  const runs = wordsOf(query).flatMap((word) => word.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [])
  const units = runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs(run) : run.length >= LATIN_MIN ? [run] : []))
  return [...new Set(units)].slice(0, UNITS_MAX)
}

function pairs(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function likeness(place: Place, units: readonly string[]) {
  const { inTitle, inText } = foldedPlace(place)
  const titleHits = units.filter((unit) => inTitle.includes(unit)).length
  const held = units.filter((unit) => inTitle.includes(unit) || inText.includes(unit)).length
  return { held, score: held + titleHits * TITLE_WEIGHT }
}
