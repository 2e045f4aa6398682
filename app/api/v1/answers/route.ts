import { give } from '@/lib/answers/give'
import { AnswerInput } from '@/lib/answers/schema'
import { door } from '@/lib/door'
import { formOf } from '@/lib/posts/form'
import { rendered } from '@/lib/posts/rendered'

export const POST = door({
  name: 'answer',
  input: AnswerInput,
  allowance: { points: 40, perSeconds: 86_400 },
  form: (locale, { question }) => formOf(locale, question),
  before: rendered,
  perform: give,
})
