import { drawingOf } from '@/lib/profiles/drawing'

/** A SIM card with contacts of one's own. An ornament: it says nothing that the name beside it does not. */
export function Avatar({ member }: { member: string }) {
  const { hue, path } = drawingOf(member)
  return (
    <svg viewBox="0 0 7 8" width="70" height="80" aria-hidden="true" focusable="false" className="shrink-0">
      <path d="M0 0H5L7 2V8H0Z" fill={`hsl(${hue} 38% 32%)`} />
      <path d={path} fill={`hsl(${hue} 60% 86%)`} />
    </svg>
  )
}
