import { door } from '@/lib/door'
import { sessionsPath } from '@/lib/paths'
import { endOthers } from '@/lib/sessions/end-others'
import { EndSessionsInput } from '@/lib/sessions/schema'

export const POST = door({
  name: 'endOtherSessions',
  input: EndSessionsInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: sessionsPath,
  isRepeatable: true,
  perform: endOthers,
})
