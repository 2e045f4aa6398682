import type { z } from 'zod'
import { type FieldRefusal, type FieldRefusalCode, fieldRefusals, Refusal } from '../refusal'
import type { Received } from './read'

/** The input, checked. Refuses `invalid` with what is off about each field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  { values, isForm }: Pick<Received, 'values' | 'isForm'>,
): z.output<Schema> {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const { issues } = result.error
  // A form may carry a browser's or an extension's extra fields; a program's unknown key is a mistake that it should hear of.
  const extra = isForm ? issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])) : []
  if (extra.length > 0) return parse(schema, { values: without(values, extra), isForm })
  throw new Refusal('invalid', Object.fromEntries(issues.flatMap(fieldsOf)))
}

function without(values: Record<string, unknown>, names: string[]) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}

function fieldsOf(issue: z.core.$ZodIssue): [string, FieldRefusal][] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [key, { code: 'unknown' }])
  const code = fieldRefusals.find((known) => known === issue.message) ?? ('required' satisfies FieldRefusalCode)
  return [[String(issue.path[0] ?? ''), { code, ...limitOf(issue) }]]
}

function limitOf(issue: z.core.$ZodIssue): { limit?: number } {
  if (issue.code === 'too_big' && typeof issue.maximum === 'number') return { limit: issue.maximum }
  const limit: unknown = issue.code === 'custom' ? issue.params?.limit : undefined
  return typeof limit === 'number' ? { limit } : {}
}
