import type { ReactNode } from 'react'
import { LinkButton } from './button'

/** A list with nothing in it: says so, and what one can do. */
export function Empty({ children, href, action }: { children: ReactNode; href: string; action: string }) {
  return (
    <div className="rounded-card bg-sunken p-4 sm:p-6">
      <p className="mb-3">{children}</p>
      <LinkButton href={href} tone="quiet">
        {action}
      </LinkButton>
    </div>
  )
}
