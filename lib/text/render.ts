import 'server-only'
import { type Trade, workApart } from '../apart/workshop'
import { RENDERER } from './markdown'
import type { People } from './mentions'

export type Rendered = { markdown: string; html: string; renderer: number }

// An honest post takes a few milliseconds; what takes a second was made to (design, section 3). A process and not a thread: a thread
// that runs out of memory in one leap takes the whole server with it (seen with Node 24).
const rendering: Trade = { program: ['dist', 'markdown-process.js'], timeMs: 1_000, memoryMb: 128 }

/** A text of a member, rendered once, at writing. Refuses `tooComplex` what takes over a second or grows
 * out of all proportion. */
export async function render(markdown: string): Promise<Rendered> {
  return (await renderNaming(markdown, {})).rendered
}

/** The same, with links to those of these people whom the text names; `named` are their handles. */
export async function renderNaming(
  markdown: string,
  people: People,
): Promise<{ rendered: Rendered; named: readonly string[] }> {
  const { html, named } = await workApart<{ html: string; named: string[] }>(rendering, { text: markdown, people })
  return { rendered: { markdown, html, renderer: RENDERER }, named }
}
