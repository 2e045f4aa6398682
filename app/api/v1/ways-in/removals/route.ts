import { door } from '@/lib/door'
import { waysInPath } from '@/lib/paths'
import { remove } from '@/lib/ways-in/remove'
import { BUTTONS, RemoveWayInput } from '@/lib/ways-in/schema'

export const POST = door({
  name: 'removeWay',
  input: RemoveWayInput,
  allowance: { points: 30, perSeconds: 3600 },
  besides: BUTTONS,
  form: waysInPath,
  perform: remove,
})
