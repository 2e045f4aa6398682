import { LETTERS } from './letters'

// Members that one text may name (features.md, row 176: Discourse and Scoold allow 10). Further names stay words.
export const MENTIONS_MAX = 10
// Characters: twice what a handle has at most (lib/accounts/handle.ts). And how many names of a text are looked up, known or not.
const NAME_MAX = 40
const LOOKED_UP_MAX = 50

const NAME = `[${LETTERS}0-9]+(?:[-_][${LETTERS}0-9]+)*`
// `@` as keyboards for Chinese write it too, and a whole handle: not a part of an address, and not the beginning of a longer word. Behind
// a Chinese name a space or a sign has to stand, as in the apps that our readers know.
const MENTION = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u00ff0-9_.+/@\\uff20=&%-])[@\\uff20](${NAME})(?![-_]?[\\p{L}\\p{N}]|\\.[A-Za-z0-9]|[@\\uff20/])`,
  'gu',
)

/** The handles by which a text is looked up: `nameKey` of what was typed, and the handle that its member has now. */
export type People = Readonly<Record<string, string>>

/** How a typed name is compared: large and small letters are one. */
export function nameKey(name: string): string {
  return name.toLowerCase()
}

/** Every name that a text may mean, in order. More than are ever linked: some stand in code or in links. */
export function namesIn(text: string): string[] {
  const names = new Set<string>()
  for (const [, name = ''] of text.matchAll(MENTION)) {
    if (name.length <= NAME_MAX) names.add(nameKey(name))
    if (names.size === LOOKED_UP_MAX) break
  }
  return [...names]
}

export type Piece = { text: string } | { handle: string }

/** A stretch of plain words, cut at the names of known people. */
export function piecesOf(text: string, people: People): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const found of text.matchAll(MENTION)) {
    const handle = handleOf(found[1] ?? '', people)
    if (handle === undefined) continue
    pieces.push({ text: text.slice(done, found.index) }, { handle })
    done = found.index + found[0].length
  }
  return [...pieces, { text: text.slice(done) }].filter((piece) => 'handle' in piece || piece.text !== '')
}

// Its own only: somebody may type `@constructor`.
function handleOf(name: string, people: People): string | undefined {
  const key = nameKey(name)
  return Object.hasOwn(people, key) ? people[key] : undefined
}

/** The text with other words in the place of these names, wherever they stand: in code too. */
export function withoutNames(text: string, names: ReadonlySet<string>, word: string): string {
  return text.replace(MENTION, (mention, name: string) => (names.has(nameKey(name)) ? word : mention))
}
