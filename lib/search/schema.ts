import { clean } from '../text/clean'

// Characters; a longer query is cut, not refused: whoever pasted a whole message still finds something.
export const QUERY_MAX = 200

export function queryFrom(value: string | string[] | undefined): string {
  const given = Array.isArray(value) ? value[0] : value
  return [...clean(given ?? '').replace(/\s+/g, ' ')].slice(0, QUERY_MAX).join('')
}
