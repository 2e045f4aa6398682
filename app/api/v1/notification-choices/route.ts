import { door } from '@/lib/door'
import { choose } from '@/lib/notifications/choices'
import { ChoicesInput } from '@/lib/notifications/schema'
import { notificationsPath } from '@/lib/paths'

export const POST = door({
  name: 'choices',
  input: ChoicesInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: notificationsPath,
  isRepeatable: true,
  perform: choose,
})
