import { door } from '@/lib/door'
import { signInPath } from '@/lib/paths'
import { PasskeyInput } from '@/lib/second-factor/schema'
import { checkPasskey, signInWithPasskey } from '@/lib/second-factor/sign-in-with-passkey'

export const POST = door({
  name: 'signInWithPasskey',
  input: PasskeyInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: (locale, { onward }) => signInPath(locale, typeof onward === 'string' && onward ? onward : undefined),
  isRepeatable: true,
  before: checkPasskey,
  perform: signInWithPasskey,
})
