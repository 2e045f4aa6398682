import { door } from '@/lib/door'
import { signInPath } from '@/lib/paths'
import { mayWrite, request } from '@/lib/sign-in/request'
import { SignInInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'signIn',
  input: SignInInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: (locale, { onward }) => signInPath(locale, typeof onward === 'string' ? onward : undefined),
  isRepeatable: true,
  before: mayWrite,
  perform: request,
})
