import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { type Rendered, render } from '../text/render'

/** What a post's door does before its transaction: renders the text of whoever may write at all. */
export async function rendered(viewer: Viewer, { body = '' }: { body?: string | undefined }): Promise<Rendered> {
  refuseUnlessMember(viewer)
  return render(body)
}
