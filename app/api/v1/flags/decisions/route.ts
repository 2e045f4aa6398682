import { door } from '@/lib/door'
import { dismiss } from '@/lib/moderation/hide'
import { DismissInput } from '@/lib/moderation/schema'
import { formOf } from '@/lib/posts/form'

export const POST = door({
  name: 'dismiss',
  input: DismissInput,
  allowance: { points: 600, perSeconds: 3600 },
  form: (locale, { post }) => formOf(locale, post),
  isRepeatable: true,
  perform: dismiss,
})
