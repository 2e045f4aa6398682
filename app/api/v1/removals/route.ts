import { door } from '@/lib/door'
import { hide } from '@/lib/moderation/hide'
import { HideInput } from '@/lib/moderation/schema'
import { formOf } from '@/lib/posts/form'

export const POST = door({
  name: 'hide',
  input: HideInput,
  allowance: { points: 600, perSeconds: 3600 },
  form: (locale, { post }) => formOf(locale, post),
  isRepeatable: true,
  perform: hide,
})
