import type { ReactNode } from 'react'
import { Notice } from './notice'

/**
 * A word that stands on the page for everybody and is shown only to whoever comes with its fragment: how a shared page can say "it is
 * done" without knowing its reader (design, section 6).
 */
export function OnTarget({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="mb-4 hidden max-w-text target:block">
      <Notice>
        <p className="font-semibold">{children}</p>
      </Notice>
    </div>
  )
}
