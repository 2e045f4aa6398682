/** A piece of a guide's prose: plain words, strong ones, a fact of the ledger, or a link to another page of ours. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'fact'; key: string }
  | { kind: 'link'; text: string; target: string }

const MARK = /\{\{([a-z0-9-]+\.[a-z0-9-]+)\}\}|\[([^\]]+)\]\(([a-z0-9:#-]+)\)|\*\*(.+?)\*\*/g

/** Prose as pieces, in order. */
export function pieces(prose: string): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const match of prose.matchAll(MARK)) {
    if (match.index > at) found.push({ kind: 'words', text: prose.slice(at, match.index) })
    const [all, key, text, target, strong] = match
    if (key) found.push({ kind: 'fact', key })
    else if (text && target) found.push({ kind: 'link', text, target })
    else if (strong) found.push({ kind: 'strong', text: strong })
    at = match.index + all.length
  }
  if (at < prose.length) found.push({ kind: 'words', text: prose.slice(at) })
  return found
}

/** The facts that a text of any shape embeds in its prose. */
export function keysIn(words: unknown): string[] {
  return [...JSON.stringify(words).matchAll(/\{\{([a-z0-9-]+\.[a-z0-9-]+)\}\}/g)].map(([, key = '']) => key)
}
