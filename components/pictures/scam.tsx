import { Place } from './place'

/** A message on a phone that hurries, hides its sender, leads to a strange page and asks for secrets. */
export function ScamDrawing() {
  return (
    <>
      <rect x="56" y="6" width="208" height="158" rx="14" className="fill-paper stroke-ink" strokeWidth="2" />
      <circle cx="80" cy="30" r="9" className="fill-muted" />
      <rect x="96" y="25" width="72" height="9" rx="3" className="fill-muted" />
      <path
        d="M76 48h160a8 8 0 0 1 8 8v80a8 8 0 0 1-8 8H92l-14 12v-12h-2a8 8 0 0 1-8-8V56a8 8 0 0 1 8-8z"
        className="fill-sunken stroke-line"
      />
      <rect x="80" y="58" width="120" height="9" rx="3" className="fill-seal" />
      <path d="M208 57v8M208 68v2" className="stroke-seal" strokeWidth="3" />
      <rect x="80" y="76" width="148" height="7" rx="3" className="fill-line" />
      <path d="M80 103h126" className="stroke-jade" strokeWidth="8" strokeLinecap="round" />
      <path d="M80 110h130" className="stroke-jade" strokeWidth="1.5" />
      <rect x="80" y="122" width="62" height="13" rx="3" className="fill-surface stroke-seal" strokeDasharray="3 2" />
      <rect x="150" y="122" width="62" height="13" rx="3" className="fill-surface stroke-seal" strokeDasharray="3 2" />
      <path d="M44 30h22M276 62h-58M276 104h-62M44 128h30" className="stroke-seal" strokeWidth="1.5" />
      <Place x={34} y={30} number={1} />
      <Place x={288} y={62} number={2} />
      <Place x={288} y={104} number={3} />
      <Place x={34} y={128} number={4} />
    </>
  )
}
