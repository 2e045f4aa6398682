import { Place } from './place'

// Where each hand stands: four clocks that were started at different times.
const dials = [
  { x: 44, hand: 300 },
  { x: 121, hand: 210 },
  { x: 199, hand: 70 },
  { x: 276, hand: 330 },
] as const
const RADIUS = 32

/** Four dials, each with its own hand: number, credit, bundle, identification. */
export function ClocksDrawing() {
  return dials.map(({ x, hand }, index) => (
    <g key={x} transform={`translate(${x} 66)`}>
      <circle r={RADIUS} className="fill-paper stroke-ink" strokeWidth="2" />
      <path d={sector(hand)} className="fill-jade" opacity="0.35" />
      {[0, 90, 180, 270].map((angle) => (
        <line key={angle} y1={-RADIUS + 3} y2={-RADIUS + 8} className="stroke-muted" transform={`rotate(${angle})`} />
      ))}
      <line
        y2={-RADIUS + 8}
        className="stroke-jade"
        strokeWidth="3"
        strokeLinecap="round"
        transform={`rotate(${hand})`}
      />
      <circle r="3" className="fill-jade" />
      <path d={symbols[index]} transform="translate(-10 44)" className="fill-none stroke-ink" strokeWidth="1.6" />
      <Place x={0} y={88} number={(index + 1) as 1 | 2 | 3 | 4} />
    </g>
  ))
}

// On a grid of 20 by 20: a SIM card, a coin, a stack of data, an identity card.
const symbols = [
  'M4 1h8l4 4v14H4zM7 10h6v6H7z',
  'M10 2a8 8 0 1 0 .1 0M13 7c-4-2-6 1-6 3s2 5 6 3M5 9h5M5 11h5',
  'M4 18v-4M8 18v-7M12 18V7M16 18V3',
  'M1 4h18v13H1zM6 8a2 2 0 1 0 .1 0M3 15c1-3 5-3 6 0M12 8h5M12 12h5',
]

// The part of the dial that has run.
function sector(degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180
  const [x, y] = [Math.cos(radians), Math.sin(radians)].map((part) => Math.round(part * RADIUS * 10) / 10)
  return `M0 0V${-RADIUS}A${RADIUS} ${RADIUS} 0 ${degrees > 180 ? 1 : 0} 1 ${x} ${y}Z`
}
