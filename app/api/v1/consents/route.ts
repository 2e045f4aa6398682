import { consent } from '@/lib/data/consent'
import { ConsentInput } from '@/lib/data/schema'
import { door } from '@/lib/door'
import { myDataPath } from '@/lib/paths'

export const POST = door({
  name: 'consent',
  input: ConsentInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: myDataPath,
  isRepeatable: true,
  perform: consent,
})
