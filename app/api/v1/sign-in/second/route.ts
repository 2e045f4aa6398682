import { door } from '@/lib/door'
import { signInSecondPath } from '@/lib/paths'
import { SecondStepInput } from '@/lib/second-factor/schema'
import { checkCode, proveSecondStep } from '@/lib/second-factor/second-step'

export const POST = door({
  name: 'secondStep',
  input: SecondStepInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: (locale, { onward }) => signInSecondPath(locale, typeof onward === 'string' && onward ? onward : undefined),
  isRepeatable: true,
  before: checkCode,
  perform: proveSecondStep,
})
