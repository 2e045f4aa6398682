import { door } from '@/lib/door'
import { newAddressPath, waysInPath } from '@/lib/paths'
import { checkAddressProof, proveAddress } from '@/lib/ways-in/prove-address'
import { AddressProofInput, BUTTONS } from '@/lib/ways-in/schema'

export const POST = door({
  name: 'proveAddress',
  input: AddressProofInput,
  allowance: { points: 30, perSeconds: 3600 },
  besides: BUTTONS,
  form: (locale, { link }) => (typeof link === 'string' && link ? newAddressPath(locale, link) : waysInPath(locale)),
  before: checkAddressProof,
  perform: proveAddress,
})
