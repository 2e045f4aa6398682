import { door } from '@/lib/door'
import { sessionsPath } from '@/lib/paths'
import { endEverywhere } from '@/lib/sessions/end-everywhere'
import { EndSessionsInput } from '@/lib/sessions/schema'

export const POST = door({
  name: 'endEverySession',
  input: EndSessionsInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: sessionsPath,
  isRepeatable: true,
  perform: endEverywhere,
})
