import { z } from 'zod'
import { BODY_MAX, maybe, OperatorSlug, saying, TITLE_MAX } from '../posts/schema'

/** A question: what one wants to know, the details, and the operator if it is about one. */
export const AskInput = z.strictObject({
  title: saying(TITLE_MAX),
  body: maybe(BODY_MAX),
  operator: OperatorSlug,
})
export type AskInput = z.output<typeof AskInput>
