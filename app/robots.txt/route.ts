import { connection } from 'next/server'
import { env } from '@/lib/env'
import { locales } from '@/lib/i18n/locales'
import { absolute, feedbackPath, searchPath } from '@/lib/paths'

export async function GET() {
  await connection()
  const closed = locales
    .flatMap((locale) => [searchPath(locale), feedbackPath(locale)])
    .map((path) => `Disallow: ${path}`)
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    ...closed,
    '',
    `Sitemap: ${absolute('/sitemap.xml', env().publicUrl)}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
