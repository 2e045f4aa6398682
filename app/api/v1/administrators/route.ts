import { door } from '@/lib/door'
import { claimPath } from '@/lib/paths'
import { claim } from '@/lib/sign-in/claim'
import { ClaimInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'claim',
  input: ClaimInput,
  allowance: { points: 10, perSeconds: 3600 },
  form: (locale, { token }) => claimPath(locale, String(token)),
  isRepeatable: true,
  perform: claim,
})
