import { door } from '@/lib/door'
import { myProfilePath } from '@/lib/paths'
import { rename } from '@/lib/profiles/rename'
import { RenameInput } from '@/lib/profiles/schema'

export const POST = door({
  name: 'rename',
  input: RenameInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: myProfilePath,
  isRepeatable: true,
  perform: rename,
})
