/** A numbered place in a drawing: the number is that of the line below. */
export function Place({ x, y, number }: { x: number; y: number; number: 1 | 2 | 3 | 4 }) {
  return (
    <g transform={`translate(${x} ${y})`} fontWeight="700" textAnchor="middle">
      <circle r="10" className="fill-seal" />
      <text y="4.5" className="fill-on-seal">
        {number}
      </text>
    </g>
  )
}
