import { TakeBackInput } from '@/lib/data/schema'
import { takeBack } from '@/lib/data/take-back'
import { door } from '@/lib/door'
import { myDataPath } from '@/lib/paths'

export const POST = door({
  name: 'takeBack',
  input: TakeBackInput,
  allowance: { points: 20, perSeconds: 3600 },
  form: myDataPath,
  isRepeatable: true,
  perform: takeBack,
})
