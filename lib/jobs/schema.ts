import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'

const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }

/** Something that the background gave up. */
export const WorkInput = z.strictObject({ what: z.enum(['job', 'letter'], notAChoice), id: z.uuid(notAChoice) })
export type WorkInput = z.output<typeof WorkInput>
