import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { NothingFound, Results } from '@/components/search/results'
import { PageTitle } from '@/components/ui/page-title'
import { privateMetadata } from '@/lib/pages/metadata'
import { searchPath } from '@/lib/paths'
import { find } from '@/lib/search/find'
import { findNear } from '@/lib/search/near'
import { places } from '@/lib/search/places'
import { queryFrom } from '@/lib/search/schema'

// Guesses: enough to recognize one's own question, few enough to be read.
const NEAR_SHOWN = 10

export async function generateMetadata({ searchParams }: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const [t, { q }] = await Promise.all([getTranslations('search'), searchParams])
  const query = queryFrom(q)
  return privateMetadata({ title: query ? t('titleFor', { query }) : t('title'), description: t('description') })
}

export default async function SearchPage({ searchParams }: PageProps<'/[locale]/search'>) {
  const [t, locale, { q }] = await Promise.all([getTranslations('search'), getLocale(), searchParams])
  const query = queryFrom(q)
  const all = query ? await places() : []
  const found = query ? find(query, locale, all) : []
  const near = query && found.length === 0 ? findNear(query, locale, all).slice(0, NEAR_SHOWN) : []
  const keep = query ? `?q=${encodeURIComponent(query)}` : ''
  return (
    <Frame address={(other) => `${searchPath(other)}${keep}`} query={query}>
      <PageTitle lead={query ? undefined : t('hint')}>{query ? t('titleFor', { query }) : t('title')}</PageTitle>
      {found.length > 0 && <Results found={found} />}
      {near.length > 0 && <p className="mb-4">{t('near')}</p>}
      {near.length > 0 && <Results found={near} />}
      {query && found.length === 0 && <NothingFound query={query} hasNear={near.length > 0} />}
    </Frame>
  )
}
