import { z } from 'zod'
import { COMMENT_MAX, COMMENT_MIN, PostId } from '../posts/schema'
import { text } from '../text/clean'

export const CommentInput = z.strictObject({ post: PostId, body: text({ min: COMMENT_MIN, max: COMMENT_MAX }) })
export type CommentInput = z.output<typeof CommentInput>
