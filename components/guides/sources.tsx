import { getTranslations } from 'next-intl/server'
import type { Facts } from './prose'
import { Titled } from './titled'

/** Where the facts of a guide were read: each page once. */
export async function Sources({ facts }: { facts: Facts }) {
  const t = await getTranslations('guides')
  const shown = [...facts.values()].filter((fact) => fact.standing === 'fact')
  const urls = [...new Set(shown.map(({ sourceUrl }) => sourceUrl))].sort()
  return (
    <Titled id="sources" title={t('sources')}>
      <p className="text-sm">{t('sourcesNote', { count: shown.length })}</p>
      <ul className="grid gap-1 pl-5 text-sm">
        {urls.map((url) => (
          <li key={url} className="list-disc">
            <a href={url} rel="noopener">
              {readable(url)}
            </a>
          </li>
        ))}
      </ul>
    </Titled>
  )
}

const PATH_MAX = 60

function readable(url: string): string {
  const { hostname, pathname } = new URL(url)
  const path = pathname === '/' ? '' : pathname
  return `${hostname.replace(/^www\./, '')}${path.length > PATH_MAX ? `${path.slice(0, PATH_MAX)}…` : path}`
}
