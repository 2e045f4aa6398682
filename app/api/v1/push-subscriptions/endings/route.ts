import { door } from '@/lib/door'
import { notificationsPath } from '@/lib/paths'
import { EndPushInput } from '@/lib/push/schema'
import { unsubscribe } from '@/lib/push/subscribe'

export const POST = door({
  name: 'endPush',
  input: EndPushInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: notificationsPath,
  perform: unsubscribe,
})
