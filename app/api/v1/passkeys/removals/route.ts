import { door } from '@/lib/door'
import { secondStepPath } from '@/lib/paths'
import { removePasskey } from '@/lib/second-factor/remove-passkey'
import { RemovePasskeyInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'removePasskey',
  input: RemovePasskeyInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: secondStepPath,
  perform: removePasskey,
})
