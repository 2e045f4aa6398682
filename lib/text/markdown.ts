import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import { nameMembers } from './markdown-mentions'
import type { People } from './mentions'

/** Stored beside each rendered text, so that a newer renderer knows what it must render again. */
export const RENDERER = 2

// CommonMark with tables, strikethrough and links that are recognized by themselves; HTML is shown as the text it is (design, section 3).
// Pictures come with uploads: until then an image is a link. References (`[a]: address`) would let a short text grow a thousandfold.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 }).disable([
  'image',
  'reference',
])

// Headings of a post stand below those of the page.
const LOWER: Record<string, string> = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' }

const allowed: sanitize.IOptions = {
  allowedTags: [
    ...[
      'p',
      'br',
      'strong',
      'em',
      's',
      'code',
      'pre',
      'blockquote',
      'ul',
      'ol',
      'li',
      'hr',
      'a',
      'h3',
      'h4',
      'h5',
      'h6',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    ...LOWER,
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow ugc noopener' } }),
    th: () => ({ tagName: 'th', attribs: { scope: 'col' } }),
  },
}

// Honest text grows by a few tags. In characters; the database holds the same line (Post_size in prisma/extra.sql).
const GROWTH_MAX = 10
const GROWTH_FREE = 2_000
const HTML_MAX = 200_000

nameMembers(markdown)

/** Markdown of a member as safe HTML. Slow on hostile text: runs in a process that is stopped (render.ts). */
export function toHtml(text: string): string {
  return toHtmlNaming(text, {}).html
}

/** The same, with a link to each of these people whom the text names; `named` are their handles. */
export function toHtmlNaming(text: string, people: People): { html: string; named: string[] } {
  const env = { people, named: [] }
  return { html: sanitize(markdown.render(text, env), allowed), named: env.named }
}

/** Is this HTML out of all proportion to its text? */
export function isBloated(text: string, html: string): boolean {
  return html.length > HTML_MAX || html.length > text.length * GROWTH_MAX + GROWTH_FREE
}
