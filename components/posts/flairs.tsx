import { getTranslations } from 'next-intl/server'
import type { Flair } from '@/lib/posts/flair'

/** What the site vouches for beside a name. */
export async function Flairs({ flairs }: { flairs: readonly Flair[] }) {
  const t = await getTranslations('posts.flairs')
  return flairs.map(({ kind, operator }) => (
    <span
      key={`${kind} ${operator}`}
      className="ml-1 inline-block rounded-card border border-jade px-1 font-semibold text-jade"
    >
      ✓ {t(kind, { operator: operator ?? '' })}
    </span>
  ))
}
