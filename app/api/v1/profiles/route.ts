import { door } from '@/lib/door'
import { myProfilePath } from '@/lib/paths'
import { renderedAlone } from '@/lib/posts/rendered'
import { saveProfile } from '@/lib/profiles/save'
import { ProfileInput } from '@/lib/profiles/schema'

export const POST = door({
  name: 'profile',
  input: ProfileInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: myProfilePath,
  isRepeatable: true,
  before: renderedAlone,
  perform: saveProfile,
})
