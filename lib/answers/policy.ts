import type { Viewer } from '../accounts/viewer'

/** Only the asker knows which answer helped. */
export const canAccept = (viewer: Viewer, question: { authorId: string }) =>
  viewer.id === question.authorId && !viewer.isSuspended
