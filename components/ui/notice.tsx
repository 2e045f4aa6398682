import type { ReactNode } from 'react'

const tones = {
  calm: 'border-line bg-surface',
  warn: 'border-warn-line bg-warn',
}

/** Words set apart. `id` and `isAlert` for what a reader must hear first. */
export function Notice({
  tone = 'calm',
  id,
  isAlert = false,
  children,
}: {
  tone?: keyof typeof tones
  id?: string
  isAlert?: boolean
  children: ReactNode
}) {
  return (
    <div
      id={id}
      role={isAlert ? 'alert' : undefined}
      tabIndex={isAlert ? -1 : undefined}
      className={`rounded-card border border-l-4 px-4 py-3 ${tones[tone]}`}
    >
      {children}
    </div>
  )
}
