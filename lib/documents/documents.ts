import { z } from 'zod'
import { slug } from '../facts/ledger-file'
import type { Locale } from '../i18n/locales'
import { locales } from '../i18n/locales'
import { type DocumentName, documentNames } from './names'
import accessibility from './texts/accessibility.json'
import licence from './texts/licence.json'
import privacy from './texts/privacy.json'
import rules from './texts/rules.json'
import trust from './texts/trust.json'

const line = z.string().trim().min(2)
const Text = z.strictObject({
  title: line.max(80),
  summary: line.max(200),
  lead: line,
  /** Prose with marks as in guides; `items` are a list under it. `{site}` and the like are filled in. */
  sections: z
    .array(z.strictObject({ id: slug, title: line, text: z.array(line).default([]), items: z.array(line).default([]) }))
    .min(2),
})
type DocumentText = z.output<typeof Text>
const Document = z.strictObject({
  /** Counted up by hand when the text changes in a way that members should hear of: they are asked to read it (lib/data/consent.ts). */
  version: z.int().positive(),
  ...(Object.fromEntries(locales.map((locale) => [locale, Text])) as Record<Locale, typeof Text>),
})

/** A document in the four languages, checked. */
export const documents: Record<DocumentName, Record<Locale, DocumentText> & { version: number }> = {
  rules: Document.parse(rules),
  privacy: Document.parse(privacy),
  accessibility: Document.parse(accessibility),
  licence: Document.parse(licence),
  trust: Document.parse(trust),
}

/** Is this part of an address the name of a document? */
export function isDocumentName(name: string): name is DocumentName {
  return documentNames.some((one) => one === name)
}

/** A line with its figures and names put in, for example `{site}`. Throws for a name that has no value. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${name} is not among the values of a document`)
    return value
  })
}
