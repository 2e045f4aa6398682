import { door } from '@/lib/door'
import { ShareInput } from '@/lib/experiences/schema'
import { share } from '@/lib/experiences/share'
import { sharePath } from '@/lib/paths'
import { rendered } from '@/lib/posts/rendered'

export const POST = door({
  name: 'share',
  input: ShareInput,
  allowance: { points: 10, perSeconds: 86_400 },
  form: sharePath,
  before: rendered,
  perform: share,
})
