import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { addPasskey, checkNewPasskey } from '@/lib/second-factor/add-passkey'
import { NewPasskeyInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'addPasskey',
  input: NewPasskeyInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: secondStepPath,
  before: checkNewPasskey,
  perform: addPasskey,
})
