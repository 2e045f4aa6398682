import { door } from '@/lib/door'
import { follow, pathOf } from '@/lib/following/follow'
import { FollowInput } from '@/lib/following/schema'
import { followPath } from '@/lib/paths'

export const POST = door({
  name: 'follow',
  input: FollowInput,
  allowance: { points: 120, perSeconds: 3600 },
  form: (locale, values) => {
    const target = FollowInput.safeParse({ ...values, follow: 'yes' })
    return target.success ? pathOf(locale, target.data).replace(/#.*/, '') : followPath(locale)
  },
  isRepeatable: true,
  perform: follow,
})
