import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { beginApp } from '@/lib/second-factor/begin-app'
import { NothingInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'beginApp',
  input: NothingInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: secondStepPath,
  isRepeatable: true,
  perform: beginApp,
})
