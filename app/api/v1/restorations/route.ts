import { door } from '@/lib/door'
import { restore } from '@/lib/moderation/hide'
import { RestoreInput } from '@/lib/moderation/schema'
import { formOf } from '@/lib/posts/form'

export const POST = door({
  name: 'restore',
  input: RestoreInput,
  allowance: { points: 600, perSeconds: 3600 },
  form: (locale, { post }) => formOf(locale, post),
  isRepeatable: true,
  perform: restore,
})
