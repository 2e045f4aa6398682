import type { z } from 'zod'
import { type FieldRefusal, type FieldRefusalCode, fieldRefusals, Refusal } from '../refusal'
import type { Received } from './read'

/**
 * The input, checked. Refuses `invalid` with what is off about each field. A form may carry a browser's or an extension's extra
 * fields, which are left out; a program's unknown key is a mistake that it should hear of.
 */
export function parse<Schema extends z.ZodObject>(
  schema: Schema,
  { values, isForm }: Pick<Received, 'values' | 'isForm'>,
): z.output<Schema> {
  const result = schema.safeParse(isForm ? known(schema, values) : values)
  if (result.success) return result.data
  throw new Refusal('invalid', Object.fromEntries(result.error.issues.flatMap(fieldsOf)))
}

function known(schema: z.ZodObject, values: Record<string, unknown>) {
  return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, values[name]]))
}

// The first few say enough to whoever wrote the program.
const UNKNOWN_SAID = 20

function fieldsOf(issue: z.core.$ZodIssue): [string, FieldRefusal][] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, UNKNOWN_SAID).map((key) => [key, { code: 'unknown' }])
  const code = fieldRefusals.find((known) => known === issue.message) ?? ('required' satisfies FieldRefusalCode)
  return [[String(issue.path[0] ?? ''), { code, ...limitOf(issue) }]]
}

function limitOf(issue: z.core.$ZodIssue): { limit?: number } {
  if (issue.code === 'too_big' && typeof issue.maximum === 'number') return { limit: issue.maximum }
  const limit: unknown = issue.code === 'custom' ? issue.params?.limit : undefined
  return typeof limit === 'number' ? { limit } : {}
}
