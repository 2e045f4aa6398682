import { door } from '@/lib/door'
import { adminPath, memberMinePath } from '@/lib/paths'
import { clear } from '@/lib/profiles/clear'
import { ClearInput } from '@/lib/profiles/schema'

export const POST = door({
  name: 'clearProfile',
  input: ClearInput,
  allowance: { points: 120, perSeconds: 3600 },
  form: (locale, { member }) =>
    typeof member === 'string' && member ? memberMinePath(locale, member) : adminPath(locale),
  isRepeatable: true,
  perform: clear,
})
