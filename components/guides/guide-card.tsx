import { getLocale } from 'next-intl/server'
import type { GuideCard as Card } from '@/lib/guides/queries'
import { guidePath, operatorPath } from '@/lib/paths'

export async function GuideCard({ guide, hasOperators }: { guide: Card; hasOperators: boolean }) {
  const locale = await getLocale()
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h3 className="text-lg">
        <a href={guidePath(locale, guide.slug)}>{guide.title}</a>
      </h3>
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
