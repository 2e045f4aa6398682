import { joinAgreeing } from '@/lib/data/consent'
import { door } from '@/lib/door'
import { signInHandlePath } from '@/lib/paths'
import { HandleInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'join',
  input: HandleInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: signInHandlePath,
  isRepeatable: true,
  perform: joinAgreeing,
})
