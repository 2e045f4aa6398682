import { door } from '@/lib/door'
import { formOf } from '@/lib/posts/form'
import { cast } from '@/lib/voting/cast'
import { VoteInput } from '@/lib/voting/schema'

export const POST = door({
  name: 'vote',
  input: VoteInput,
  allowance: { points: 120, perSeconds: 3600 },
  form: (locale, { post }) => formOf(locale, post),
  isRepeatable: true,
  perform: cast,
})
