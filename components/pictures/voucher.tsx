import { Place } from './place'

const PAPER = 'M70 6h180v146l-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6-9 6-9-6z'

/** A slip from a shop: operator and amount, the code, its last day, the receipt under it. */
export function VoucherDrawing() {
  return (
    <>
      <path d={PAPER} className="fill-paper stroke-muted" strokeWidth="1.5" />
      <rect x="88" y="20" width="70" height="12" rx="2" className="fill-ink" />
      <rect x="196" y="20" width="38" height="12" rx="2" className="fill-muted" />
      <rect x="82" y="46" width="156" height="34" rx="4" className="fill-mark stroke-seal" strokeWidth="2" />
      <text x="160" y="68" textAnchor="middle" className="fill-ink" fontFamily="monospace" fontSize="15">
        ●●●● ●●●● ●●●●
      </text>
      <rect x="88" y="94" width="60" height="7" rx="2" className="fill-line" />
      <rect x="166" y="92" width="68" height="11" rx="2" className="fill-seal" opacity="0.7" />
      <path d="M78 116h164" className="stroke-muted" strokeDasharray="4 4" />
      <rect x="88" y="126" width="96" height="6" rx="2" className="fill-line" />
      <rect x="88" y="138" width="64" height="6" rx="2" className="fill-line" />
      <path d="M58 26h22M262 63h-18M262 97h-22M58 134h22" className="stroke-seal" strokeWidth="1.5" />
      <Place x={46} y={26} number={1} />
      <Place x={274} y={63} number={2} />
      <Place x={274} y={97} number={3} />
      <Place x={46} y={134} number={4} />
    </>
  )
}
