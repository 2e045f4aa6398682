import { avatarRoute } from '@/lib/doors'
import { drawingOf } from '@/lib/profiles/drawing'

/**
 * The member's picture, or a SIM card with contacts of their own. An ornament: it says nothing that the name beside it does not.
 */
export function Avatar({ member, picture }: { member: string; picture: string | undefined }) {
  if (picture)
    return (
      // The server has made it: this size, this kind, no metadata. Next's own component would ask for it in a second way.
      // biome-ignore lint/performance/noImgElement: see above
      <img
        src={avatarRoute(picture)}
        alt=""
        width="80"
        height="80"
        className="shrink-0 rounded-card border border-line"
      />
    )
  const { hue, path } = drawingOf(member)
  return (
    <svg viewBox="0 0 7 8" width="70" height="80" aria-hidden="true" focusable="false" className="shrink-0">
      <path d="M0 0H5L7 2V8H0Z" fill={`hsl(${hue} 38% 32%)`} />
      <path d={path} fill={`hsl(${hue} 60% 86%)`} />
    </svg>
  )
}
