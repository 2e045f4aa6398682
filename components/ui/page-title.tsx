import type { ReactNode } from 'react'

export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <div className="mb-8 max-w-text">
      <h1 className="text-2xl">{children}</h1>
      {lead && <p className="mt-3 text-lg text-muted">{lead}</p>}
    </div>
  )
}
