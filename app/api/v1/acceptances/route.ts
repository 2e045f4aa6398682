import { accept } from '@/lib/answers/accept'
import { AcceptInput } from '@/lib/answers/schema'
import { door } from '@/lib/door'
import { formOf } from '@/lib/posts/form'

export const POST = door({
  name: 'accept',
  input: AcceptInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: (locale, { answer, question }) => formOf(locale, answer || question),
  isRepeatable: true,
  perform: accept,
})
