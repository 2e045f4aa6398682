import { door } from '@/lib/door'
import { withdraw } from '@/lib/moderation/flair'
import { WithdrawInput } from '@/lib/moderation/schema'
import { flairsPath } from '@/lib/paths'

export const POST = door({
  name: 'withdrawFlair',
  input: WithdrawInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: (locale) => flairsPath(locale),
  perform: withdraw,
})
