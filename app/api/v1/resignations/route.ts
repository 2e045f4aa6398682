import { layDownRole } from '@/lib/data/lay-down-role'
import { LayDownInput } from '@/lib/data/schema'
import { door } from '@/lib/door'
import { myDataPath } from '@/lib/paths'

export const POST = door({
  name: 'layDownRole',
  input: LayDownInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: myDataPath,
  isRepeatable: true,
  perform: layDownRole,
})
