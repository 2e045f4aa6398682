import type { GuideCard as Card } from '@/lib/guides/queries'
import { GuideCard } from './guide-card'

/** Guides side by side; with their operators where those are not said already. */
export function GuideGrid({
  guides,
  hasOperators = false,
  level = 3,
}: {
  guides: readonly Card[]
  hasOperators?: boolean
  level?: 2 | 3
}) {
  return (
    <ul className="grid list-none gap-4 md:grid-cols-2">
      {guides.map((guide) => (
        <GuideCard key={guide.slug} guide={guide} hasOperators={hasOperators} level={level} />
      ))}
    </ul>
  )
}
