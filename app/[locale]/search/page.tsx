import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { NothingFound, Results } from '@/components/search/results'
import { PageTitle } from '@/components/ui/page-title'
import { privateMetadata } from '@/lib/pages/metadata'
import { searchPath } from '@/lib/paths'
import { find } from '@/lib/search/find'
import { places } from '@/lib/search/places'
import { queryFrom } from '@/lib/search/schema'

export async function generateMetadata({ searchParams }: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getTranslations('search'), searchParams])
  const query = queryFrom(q)
  return privateMetadata({ title: query ? t('titleFor', { query }) : t('title'), description: t('description') })
}

export default async function SearchPage({ searchParams }: PageProps<'/[locale]/search'>) {
  const [t, locale, { q }] = await Promise.all([getTranslations('search'), getLocale(), searchParams])
  const query = queryFrom(q)
  const found = query ? find(query, locale, await places()) : []
  const keep = query ? `?q=${encodeURIComponent(query)}` : ''
  return (
    <Frame address={(other) => `${searchPath(other)}${keep}`} query={query}>
      <PageTitle lead={query ? undefined : t('hint')}>{query ? t('titleFor', { query }) : t('title')}</PageTitle>
      {found.length > 0 && <Results found={found} />}
      {query && found.length === 0 && <NothingFound query={query} />}
    </Frame>
  )
}
