import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  agentRules: false,
  poweredByHeader: false,
  // The press compresses, tags and dates every answer itself (lib/press).
  compress: false,
  generateEtags: false,
  // Uploads are re-encoded by us; nothing made by a member ever reaches an optimizer.
  images: { unoptimized: true },
  cacheHandlers: { default: `${process.cwd()}/dist/cache-handler.js` },
  cacheMaxMemorySize: 0,
  experimental: {
    isrFlushToDisk: false,
    // Pages are whole, finished by the press; nothing is meant to be an instant shell.
    instantInsights: { validationLevel: 'manual-warning' },
  },
  // Where the press does not stand in front (npm run dev): the words behind a question's number are decoration.
  rewrites: async () => [{ source: '/:locale/questions/:id(\\d+)/:name', destination: '/:locale/questions/:id' }],
  serverExternalPackages: ['pg', '@prisma/adapter-pg'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
