import { door } from '@/lib/door'
import { appSetUpPath } from '@/lib/paths'
import { proveApp } from '@/lib/second-factor/prove-app'
import { ProveAppInput } from '@/lib/second-factor/schema'

export const POST = door({
  name: 'proveApp',
  input: ProveAppInput,
  allowance: { points: 30, perSeconds: 3600 },
  form: appSetUpPath,
  isRepeatable: true,
  perform: proveApp,
})
