import { door } from '@/lib/door'
import { accountPath } from '@/lib/paths'
import { leave } from '@/lib/sign-in/leave'
import { SignOutInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'signOut',
  input: SignOutInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: accountPath,
  isRepeatable: true,
  perform: leave,
})
