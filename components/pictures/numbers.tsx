import { Place } from './place'

/** Which number stands where: the telephone number in your contacts, the ICCID on the card, IMSI and IMEI inside. */
export function NumbersDrawing() {
  return (
    <>
      <rect x="30" y="8" width="86" height="154" rx="12" className="fill-paper stroke-ink" strokeWidth="2" />
      <rect x="38" y="24" width="70" height="34" rx="4" className="fill-jade" />
      <text
        x="73"
        y="46"
        textAnchor="middle"
        className="fill-on-jade"
        fontFamily="monospace"
        fontSize="11"
        fontWeight="700"
      >
        04●● ●●●●●●
      </text>
      <rect x="38" y="124" width="70" height="24" rx="4" className="fill-sunken stroke-line" />
      <text x="73" y="140" textAnchor="middle" className="fill-muted" fontFamily="monospace" fontSize="10">
        *#06#
      </text>
      <path
        d="M176 40h82l26 26v76a8 8 0 0 1-8 8H176a8 8 0 0 1-8-8V48a8 8 0 0 1 8-8z"
        className="fill-sunken stroke-ink"
        strokeWidth="2"
      />
      <rect x="190" y="60" width="46" height="36" rx="5" className="fill-warn stroke-warn-line" strokeWidth="2" />
      <path d="M190 78h46M213 60v36" className="stroke-warn-line" />
      <text x="226" y="130" textAnchor="middle" className="fill-ink" fontFamily="monospace" fontSize="11">
        8932●●●●●●●●●
      </text>
      <Place x={24} y={41} number={1} />
      <Place x={292} y={126} number={2} />
      <Place x={254} y={78} number={3} />
      <Place x={24} y={136} number={4} />
    </>
  )
}
