import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { removeApp } from '@/lib/second-factor/remove-app'
import { NothingInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'removeApp',
  input: NothingInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: secondStepPath,
  isRepeatable: true,
  perform: removeApp,
})
