import { askErasure } from '@/lib/data/ask-erasure'
import { ErasureInput } from '@/lib/data/schema'
import { door } from '@/lib/door'
import { erasurePath } from '@/lib/paths'

export const POST = door({
  name: 'askErasure',
  input: ErasureInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: erasurePath,
  isRepeatable: true,
  perform: askErasure,
})
