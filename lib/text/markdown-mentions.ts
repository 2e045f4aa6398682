import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { bareMemberPath } from '../paths'
import { MENTIONS_MAX, type People, piecesOf } from './mentions'

/** What is known before a text is rendered, and what is found in it. */
type Env = { people: People; named: string[] }

/**
 * Makes links of the names of known members. Works on the words that are left when code, links and escapes are known: nothing is
 * named inside them, and `\@name` names nobody.
 */
export function nameMembers(markdown: MarkdownIt) {
  markdown.core.ruler.before('text_join', 'members', (state) => {
    for (const token of state.tokens)
      if (token.type === 'inline') token.children = named(token.children ?? [], state, state.env as Env)
  })
}

function named(tokens: Token[], state: StateCore, env: Env): Token[] {
  let depth = 0
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') depth += 1
    if (token.type === 'link_close') depth -= 1
    return token.type === 'text' && depth === 0 ? cut(token, state, env) : [token]
  })
}

function cut(token: Token, state: StateCore, { people, named }: Env): Token[] {
  const pieces = piecesOf(token.content, people)
  if (!pieces.some((piece) => 'handle' in piece)) return [token]
  return pieces.flatMap((piece) => {
    if (!('handle' in piece)) return [words(piece.text, state)]
    const { handle } = piece
    if (!named.includes(handle) && named.length === MENTIONS_MAX) return [words(`@${handle}`, state)]
    if (!named.includes(handle)) named.push(handle)
    const open = new state.Token('link_open', 'a', 1)
    open.attrs = [['href', bareMemberPath(handle)]]
    return [open, words(`@${handle}`, state), new state.Token('link_close', 'a', -1)]
  })
}

function words(content: string, state: StateCore): Token {
  const token = new state.Token('text', '', 0)
  token.content = content
  return token
}
