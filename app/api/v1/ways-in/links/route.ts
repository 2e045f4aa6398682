import { door } from '@/lib/door'
import { waysInPath } from '@/lib/paths'
import { goLink, prepareLink } from '@/lib/ways-in/link'
import { BUTTONS, LinkInput } from '@/lib/ways-in/schema'

export const POST = door({
  name: 'linkProvider',
  input: LinkInput,
  allowance: { points: 30, perSeconds: 3600 },
  besides: BUTTONS,
  form: waysInPath,
  isRepeatable: true,
  before: prepareLink,
  perform: goLink,
})
