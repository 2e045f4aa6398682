import { door } from '@/lib/door'
import { signInHandlePath } from '@/lib/paths'
import { join } from '@/lib/sign-in/join'
import { HandleInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'join',
  input: HandleInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: signInHandlePath,
  isRepeatable: true,
  perform: join,
})
