import { door } from '@/lib/door'
import { signInPath } from '@/lib/paths'
import { challenge } from '@/lib/second-factor/challenge'
import { ChallengeInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'passkeyChallenge',
  input: ChallengeInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: (locale) => signInPath(locale),
  isRepeatable: true,
  perform: challenge,
})
