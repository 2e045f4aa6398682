// Bundles what runs outside Next into dist/ (Node refuses .tsx and extensionless imports, design section 3).
import { build } from 'esbuild'

const entries = {
  server: 'server.ts',
  'cache-handler': 'lib/cache/handler.ts',
  migrate: 'scripts/migrate.ts',
  doctor: 'scripts/doctor.ts',
  backup: 'scripts/backup.ts',
  restore: 'scripts/restore.ts',
  'second-factor': 'scripts/second-factor.ts',
  'markdown-process': 'lib/text/markdown-process.ts',
  'image-process': 'lib/images/image-process.ts',
}

// The small scripts of pages, for browsers of the last years: of public ones, of those with passkeys, and of the page of notifications.
await build({
  entryPoints: ['components/island/site.ts', 'components/island/passkeys.ts', 'components/island/push.ts'],
  outdir: 'public',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  logLevel: 'warning',
})

await build({
  entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: entry, out })),
  outdir: 'dist',
  bundle: true,
  splitting: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  sourcemap: 'linked',
  alias: { 'server-only': './scripts/empty.mjs' },
  logLevel: 'warning',
})
