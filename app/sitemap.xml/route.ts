import { connection } from 'next/server'
import { sitemapXml } from '@/lib/pages/sitemap'

export async function GET() {
  await connection()
  return new Response(await sitemapXml(), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
