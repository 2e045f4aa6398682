import { door } from '@/lib/door'
import { askPath } from '@/lib/paths'
import { rendered } from '@/lib/posts/rendered'
import { ask } from '@/lib/questions/ask'
import { AskInput } from '@/lib/questions/schema'

export const POST = door({
  name: 'ask',
  input: AskInput,
  allowance: { points: 10, perSeconds: 86_400 },
  form: askPath,
  before: rendered,
  perform: ask,
})
