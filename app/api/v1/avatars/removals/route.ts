import { door } from '@/lib/door'
import { myProfilePath } from '@/lib/paths'
import { removeAvatar } from '@/lib/profiles/avatar'
import { RemoveAvatarInput } from '@/lib/profiles/schema'

export const POST = door({
  name: 'removeAvatar',
  input: RemoveAvatarInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: myProfilePath,
  isRepeatable: true,
  perform: removeAvatar,
})
