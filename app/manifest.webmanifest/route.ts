import { connection } from 'next/server'
import { env } from '@/lib/env'

export async function GET() {
  await connection()
  const manifest = {
    name: env().SITE_NAME,
    short_name: env().SITE_NAME,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#faf7f0',
    theme_color: '#fffdf8',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    ],
  }
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } })
}
