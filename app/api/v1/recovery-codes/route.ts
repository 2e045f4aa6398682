import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { makeRecoveryCodes } from '@/lib/second-factor/recovery-codes'
import { NothingInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'makeRecoveryCodes',
  input: NothingInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: secondStepPath,
  isRepeatable: true,
  perform: makeRecoveryCodes,
})
