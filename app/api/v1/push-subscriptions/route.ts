import { door } from '@/lib/door'
import { notificationsPath } from '@/lib/paths'
import { SubscribeInput } from '@/lib/push/schema'
import { subscribe } from '@/lib/push/subscribe'

export const POST = door({
  name: 'push',
  input: SubscribeInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: notificationsPath,
  isRepeatable: true,
  perform: subscribe,
})
