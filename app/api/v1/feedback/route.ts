import { door } from '@/lib/door'
import { FeedbackInput } from '@/lib/feedback/schema'
import { send } from '@/lib/feedback/send'
import { feedbackPath } from '@/lib/paths'

export const POST = door({
  name: 'feedback',
  input: FeedbackInput,
  allowance: { points: 5, perSeconds: 3600 },
  form: feedbackPath,
  perform: send,
})
