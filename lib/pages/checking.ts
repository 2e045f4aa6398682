/** The day on which the first collection of facts was compiled. Noon, so that it is the same day in every zone near Brussels. */
export const compiledOn = new Date('2026-11-20T12:00:00Z')
