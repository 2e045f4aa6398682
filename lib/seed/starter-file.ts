import { z } from 'zod'
import { slug } from '../facts/ledger-file'
import { locales } from '../i18n/locales'

const line = z.string().trim().min(2)
const Version = z.strictObject({
  title: line.max(150),
  /** Prose with marks as in guides; paragraphs, and lists with `- ` or `1. ` as in Markdown. */
  question: line,
  answer: line,
})

/**
 * A question that people really ask, with the curators' answer (prisma/seed/questions/<slug>.json). `seenAt` is the page on which it
 * was read. It is written in its original language; the Chinese and the English version are linked to it.
 */
export const StarterFile = z
  .strictObject({
    slug,
    operator: slug.nullable(),
    original: z.enum(locales),
    seenAt: z.url({ protocol: /^https?$/ }),
    /** What of the library goes further: `slug` or `slug#anchor`. */
    guide: z.string().regex(/^[a-z0-9-]+(#[a-z0-9-]+)?$/),
    versions: z.partialRecord(z.enum(locales), Version),
  })
  .refine(({ versions, original }) => versions[original] && versions.zh && versions.en, {
    message: 'needs its original language, Chinese and English',
  })
export type StarterFile = z.output<typeof StarterFile>
