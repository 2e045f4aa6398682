import { z } from 'zod'

export const EndSessionInput = z.strictObject({ session: z.uuid() })
export type EndSessionInput = z.output<typeof EndSessionInput>

export const EndSessionsInput = z.strictObject({})
export type EndSessionsInput = z.output<typeof EndSessionsInput>
