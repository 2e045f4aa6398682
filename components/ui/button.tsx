import type { ReactNode } from 'react'

const tones = {
  main: 'bg-jade text-on-jade hover:bg-jade-deep border-transparent',
  danger: 'bg-seal text-on-seal hover:border-ink border-transparent',
  quiet: 'bg-surface text-jade hover:border-jade border-line',
}
const shape = 'inline-block max-w-full cursor-pointer rounded-card border px-4 py-2 font-semibold no-underline'

/** Sends the form that it stands in. */
export function Button({ tone = 'main', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <button type="submit" className={`${shape} ${tones[tone]}`}>
      {children}
    </button>
  )
}

/** Goes somewhere, and looks as important as a button. */
export function LinkButton({
  href,
  tone = 'main',
  children,
}: {
  href: string
  tone?: keyof typeof tones
  children: ReactNode
}) {
  return (
    <a href={href} className={`${shape} ${tones[tone]} ${tone === 'main' ? 'hover:text-on-jade' : ''}`}>
      {children}
    </a>
  )
}
