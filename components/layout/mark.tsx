import { env } from '@/lib/env'

/** The logo: a SIM card with its cut corner, stamped like a seal. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 40" width="28" height="35" aria-hidden="true" className="shrink-0">
      <path className="fill-seal" d="M4 0h17l11 11v25a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Z" />
      <text className="fill-on-seal" x="16" y="29" fontSize="19" fontWeight="700" textAnchor="middle" lang="zh-Hans">
        {env().SITE_MARK}
      </text>
    </svg>
  )
}
