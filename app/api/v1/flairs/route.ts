import { door } from '@/lib/door'
import { grant } from '@/lib/moderation/flair'
import { GrantInput } from '@/lib/moderation/schema'
import { flairsPath } from '@/lib/paths'

export const POST = door({
  name: 'grantFlair',
  input: GrantInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: (locale) => flairsPath(locale),
  isRepeatable: true,
  perform: grant,
})
