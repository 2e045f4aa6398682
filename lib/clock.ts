let held: Date | undefined

/** Now. Doorways and jobs ask once and hand the answer down, so that one request lives at one instant. */
export function clock(): Date {
  return held ?? new Date()
}

/** Tests hold time still, and let it go with `undefined`. */
export function holdClock(at: Date | undefined) {
  held = at
}
