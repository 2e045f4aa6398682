import { door } from '@/lib/door'
import { chooseMail } from '@/lib/notifications/choices'
import { MailChoicesInput } from '@/lib/notifications/schema'
import { mailChoicesPath } from '@/lib/paths'

export const POST = door({
  name: 'mailChoices',
  input: MailChoicesInput,
  allowance: { points: 60, perSeconds: 3600 },
  form: mailChoicesPath,
  isRepeatable: true,
  perform: chooseMail,
})
