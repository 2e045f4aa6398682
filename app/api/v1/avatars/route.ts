import { door } from '@/lib/door'
import { myProfilePath } from '@/lib/paths'
import { saveAvatar, squared } from '@/lib/profiles/avatar'
import { AvatarInput, PICTURE_BYTES_MAX } from '@/lib/profiles/schema'

export const POST = door({
  name: 'avatar',
  input: AvatarInput,
  file: { name: 'picture', bytesMax: PICTURE_BYTES_MAX },
  allowance: { points: 20, perSeconds: 3600 },
  form: myProfilePath,
  isRepeatable: true,
  before: squared,
  perform: saveAvatar,
})
