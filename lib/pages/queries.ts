import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import { everybody, localeOf } from '../posts/views'
import { slugOf } from '../text/slug'

// One file of a sitemap holds 50,000 addresses (sitemaps.org); ours has room for the rest of the site beside these.
const ADDRESSES_MAX = 40_000

/** The addresses of the latest questions, for the sitemap. */
export function questionAddresses(): Promise<{ id: number; slug: string; locale: Locale }[]> {
  return throughCache([tags.questions], addressesRead)
}

async function addressesRead(_since: number) {
  'use cache'
  cacheTag(tags.questions)
  cacheLife('hours')
  const rows = await db().post.findMany({
    where: { kind: 'question', ...everybody },
    select: { id: true, title: true, locale: true },
    orderBy: { id: 'desc' },
    take: ADDRESSES_MAX,
  })
  return rows.map((row) => ({ id: row.id, slug: slugOf(row.title ?? ''), locale: localeOf(row) }))
}
