import { door } from '@/lib/door'
import { signInCodePath, signInLinkPath } from '@/lib/paths'
import { checkProof, confirm } from '@/lib/sign-in/confirm'
import { ConfirmInput } from '@/lib/sign-in/schema'

export const POST = door({
  name: 'confirm',
  input: ConfirmInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: (locale, { link }) =>
    typeof link === 'string' && link ? signInLinkPath(locale, link) : signInCodePath(locale),
  isRepeatable: true,
  before: checkProof,
  perform: confirm,
})
