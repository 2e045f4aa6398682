import { z } from 'zod'
import { PostId } from '../posts/schema'

const fromForm: Record<string, number> = { '1': 1, '0': 0, '-1': -1 }

/** A vote sets a value: 1 or -1, or 0 to take it back. It never toggles, so that a repetition changes nothing. */
export const VoteInput = z.strictObject({
  post: PostId,
  // A form sends words: only these three, so that an empty one is a mistake and not a zero.
  value: z.preprocess((value) => fromForm[String(value)] ?? value, z.literal([1, 0, -1], { error: 'notAChoice' })),
})
export type VoteInput = z.output<typeof VoteInput>
