import { door } from '@/lib/door'
import { signInPath } from '@/lib/paths'
import { VisitInput } from '@/lib/sign-in/schema'
import { prepareVisit, visit } from '@/lib/sign-in/visit'

export const POST = door({
  name: 'visit',
  input: VisitInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: (locale, { onward }) => signInPath(locale, typeof onward === 'string' ? onward : undefined),
  isRepeatable: true,
  before: prepareVisit,
  perform: visit,
})
