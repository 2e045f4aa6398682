import { door } from '@/lib/door'
import { sessionsPath } from '@/lib/paths'
import { endOne } from '@/lib/sessions/end-one'
import { EndSessionInput } from '@/lib/sessions/schema'

export const POST = door({
  name: 'endSession',
  input: EndSessionInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: sessionsPath,
  perform: endOne,
})
