import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { putAway } from '@/lib/second-factor/recovery-codes'
import { NothingInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'putAwayRecoveryCodes',
  input: NothingInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: secondStepPath,
  isRepeatable: true,
  perform: putAway,
})
