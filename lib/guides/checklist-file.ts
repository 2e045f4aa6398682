import { z } from 'zod'

const line = z.string().trim().min(1)
/** Where the library answers it: a guide and an anchor in it. */
const coveredBy = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/)

/**
 * What the five articles with which the project began promised their readers, and got wrong (prisma/seed/checklist.json): each error,
 * each thing that they name and each question that they leave open, tied to the place in the library that corrects or covers it.
 */
export const Checklist = z.strictObject({
  /** A wrong, doubtful, unsafe or misleading claim. `foundBy`: a word of the article under which a reader would look. */
  errors: z.array(z.strictObject({ id: line, claim: line, coveredBy, foundBy: line })),
  /** An operator, card, channel, payment, preparation, caution, tip, pain point or audience. */
  items: z.array(
    z.strictObject({
      article: z.enum(['000', '001', '002', '003', '004']),
      group: line,
      item: line,
      /** May stand in the library only as a warning or a correction. */
      isCorrection: z.boolean(),
      coveredBy,
    }),
  ),
  questions: z.array(z.strictObject({ question: line, coveredBy, foundBy: line })),
})
export type Checklist = z.output<typeof Checklist>
