import { getLocale } from 'next-intl/server'
import type { GuideCard as Card } from '@/lib/guides/queries'
import { guidePath, operatorPath } from '@/lib/paths'

export async function GuideCard({ guide, hasOperators, level }: { guide: Card; hasOperators: boolean; level: 2 | 3 }) {
  const Heading = `h${level}` as const
  const locale = await getLocale()
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <Heading className="text-lg">
        <a href={guidePath(locale, guide.slug)}>{guide.title}</a>
      </Heading>
      <p className="mt-1">{guide.summary}</p>
      {hasOperators && (
        <p className="mt-2 flex flex-wrap gap-x-3 text-sm">
          {guide.operators.map(({ slug, name }) => (
            <a key={slug} href={operatorPath(locale, slug)}>
              {name}
            </a>
          ))}
        </p>
      )}
    </li>
  )
}
