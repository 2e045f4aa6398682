import { door } from '@/lib/door'
import { flag } from '@/lib/moderation/flag'
import { FlagInput } from '@/lib/moderation/schema'
import { formOf } from '@/lib/posts/form'

export const POST = door({
  name: 'flag',
  input: FlagInput,
  allowance: { points: 60, perSeconds: 86_400 },
  form: (locale, { post }) => formOf(locale, post),
  isRepeatable: true,
  perform: flag,
})
