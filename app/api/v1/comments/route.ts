import { comment } from '@/lib/comments/comment'
import { CommentInput } from '@/lib/comments/schema'
import { door } from '@/lib/door'
import { formOf } from '@/lib/posts/form'
import { rendered } from '@/lib/posts/rendered'

export const POST = door({
  name: 'comment',
  input: CommentInput,
  allowance: { points: 60, perSeconds: 86_400 },
  form: (locale, { post }) => formOf(locale, post),
  before: rendered,
  perform: comment,
})
