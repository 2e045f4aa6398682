import { type Locale, locales } from '../i18n/locales'
import type { Place } from './documents'

/** A piece of text, and whether it is what was searched for. */
export type Piece = { text: string; isHit: boolean }
export type Found = { place: Place; title: Piece[]; excerpt: Piece[] }

const EXCERPT_CHARACTERS = 120
const LEAD_CHARACTERS = 40
const LONGEST_WORD = 20
const WORDS_MAX = 10
const TITLE_WEIGHT = 5
const WHOLE_WEIGHT = 4

/** Places that contain every word of the query, whatever its case, accents or width: the reader's language first, then titles. */
export function find(query: string, reader: Locale, places: readonly Place[]): Found[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return places
    .map((place) => ({ place, rank: rank(place, words, reader) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ place }) => shownBy(place, words))
}

/** A place as a result: its title and the lines around the first hit, with the hits marked. Drawn only when it is looked at. */
export function shownBy(place: Place, words: string[]): Found {
  return {
    place,
    get title() {
      return pieces(place.title, words)
    },
    get excerpt() {
      return pieces(excerpt(place.text, words), words)
    },
  }
}

/** The words of a query. Quotes and punctuation around a word are the writer's; what has no letter and no digit is no word. */
export function wordsOf(query: string): string[] {
  const words = fold(query)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  return [...new Set(words.filter(Boolean))].slice(0, WORDS_MAX)
}

function rank(place: Place, words: string[], reader: Locale): number {
  const { locale, path, title } = place
  const { inTitle, inText } = foldedPlace(place)
  if (!words.every((word) => inTitle.includes(word) || inText.includes(word))) return 0
  const titleHits = words.filter((word) => inTitle.includes(word)).length
  const own = locale === reader ? 1000 : 0
  // A whole page before its parts, and the page that is called exactly so before all.
  const whole = path.includes('#') ? 0 : WHOLE_WEIGHT
  const named = fold(title) === words.join(' ') ? TITLE_WEIGHT : 0
  return own + whole + named + titleHits * TITLE_WEIGHT + 1 + (locales.length - locales.indexOf(locale)) / 100
}

// What can be found is folded once, and forgotten with it.
const foldedPlaces = new WeakMap<Place, { inTitle: string; inText: string }>()

/** A place without case, accents and width: what its titles say, right and wrong, and what its text does. */
export function foldedPlace(place: Place): { inTitle: string; inText: string } {
  const known = foldedPlaces.get(place)
  if (known) return known
  const folded = { inTitle: fold(`${place.title} ${place.alsoCalled ?? ''}`.trim()), inText: fold(place.text) }
  foldedPlaces.set(place, folded)
  return folded
}

/** A text without case, accents and width; character by character, so that a position in it is a position in the original. */
export function fold(text: string): string {
  return [...text].map(foldOne).join('')
}

function foldOne(character: string): string {
  if (character === '’') return "'"
  const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return folded.length === character.length
    ? folded
    : character.toLowerCase().length === character.length
      ? character.toLowerCase()
      : character
}

// Around the first hit, cut between words where the language has spaces.
function excerpt(text: string, words: string[]): string {
  const folded = fold(text)
  const hits = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const first = hits.length > 0 ? Math.min(...hits) : 0
  const start = first < LEAD_CHARACTERS ? 0 : wordStart(text, first - LEAD_CHARACTERS, first)
  const end = wordEnd(text, start + EXCERPT_CHARACTERS)
  return `${start > 0 ? '…' : ''}${text.slice(start, end).toWellFormed().trim()}${end < text.length ? '…' : ''}`
}

function wordStart(text: string, from: number, until: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < until && space - from < LONGEST_WORD ? space + 1 : from
}

function wordEnd(text: string, from: number): number {
  if (from >= text.length) return text.length
  const space = text.lastIndexOf(' ', from)
  return from - space < LONGEST_WORD ? space : from
}

function pieces(text: string, words: string[]): Piece[] {
  const folded = fold(text)
  const found: Piece[] = []
  let at = 0
  while (at < text.length) {
    const next = nearest(folded, words, at)
    if (!next) break
    if (next.start > at) found.push({ text: text.slice(at, next.start), isHit: false })
    found.push({ text: text.slice(next.start, next.end), isHit: true })
    at = next.end
  }
  if (at < text.length) found.push({ text: text.slice(at), isHit: false })
  return found
}

function nearest(folded: string, words: string[], from: number) {
  const hits = words
    .map((word) => ({ start: folded.indexOf(word, from), length: word.length }))
    .filter(({ start }) => start >= 0)
  const [first] = hits.sort((one, other) => one.start - other.start || other.length - one.length)
  return first && { start: first.start, end: first.start + first.length }
}
