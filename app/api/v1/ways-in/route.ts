import { door } from '@/lib/door'
import { waysInPath } from '@/lib/paths'
import { addAddress, mayWriteTo } from '@/lib/ways-in/add-address'
import { AddressInput, BUTTONS } from '@/lib/ways-in/schema'

export const POST = door({
  name: 'addAddress',
  input: AddressInput,
  allowance: { points: 10, perSeconds: 3600 },
  besides: BUTTONS,
  form: waysInPath,
  isRepeatable: true,
  before: mayWriteTo,
  perform: addAddress,
})
