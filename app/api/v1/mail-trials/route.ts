import { z } from 'zod'
import { door } from '@/lib/door'
import { tryAddress } from '@/lib/mail/try-address'
import { notificationsPath } from '@/lib/paths'

export const POST = door({
  name: 'tryAddress',
  input: z.strictObject({}),
  allowance: { points: 5, perSeconds: 86_400 },
  form: notificationsPath,
  isRepeatable: true,
  perform: tryAddress,
})
