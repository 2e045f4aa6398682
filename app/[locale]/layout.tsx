import type { Metadata, Viewport } from 'next'
import { io } from 'next/cache'
import { getLocale } from 'next-intl/server'
import '../globals.css'
import { env } from '@/lib/env'
import { htmlLang, locales } from '@/lib/i18n/locales'

// Nothing is prerendered: the press keeps whole finished pages (lib/press), and the build knows no data that could go stale.
export const instant = false

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export async function generateMetadata(): Promise<Metadata> {
  await io()
  return {
    applicationName: env().SITE_NAME,
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf8' },
    { media: '(prefers-color-scheme: dark)', color: '#182326' },
  ],
}

export default async function RootLayout({ children }: LayoutProps<'/[locale]'>) {
  await io()
  return (
    <html lang={htmlLang[await getLocale()]}>
      <body>{children}</body>
    </html>
  )
}
