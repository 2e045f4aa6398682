import { door } from '@/lib/door'
import { markRead } from '@/lib/notifications/read'
import { ReadInput } from '@/lib/notifications/schema'
import { inboxPath } from '@/lib/paths'

export const POST = door({
  name: 'read',
  input: ReadInput,
  allowance: { points: 600, perSeconds: 3600 },
  form: (locale) => inboxPath(locale),
  isRepeatable: true,
  perform: markRead,
})
