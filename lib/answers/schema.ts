import { z } from 'zod'
import { ANSWER_MAX, PostId, saying } from '../posts/schema'

export const AnswerInput = z.strictObject({ question: PostId, body: saying(ANSWER_MAX) })
export type AnswerInput = z.output<typeof AnswerInput>

/** `answer` empty takes the acceptance back. */
export const AcceptInput = z.strictObject({
  question: PostId,
  answer: z.preprocess((value) => (value === '' || value === null ? undefined : value), PostId.optional()),
})
export type AcceptInput = z.output<typeof AcceptInput>
