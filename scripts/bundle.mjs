// Bundles what runs outside Next into dist/ (Node refuses .tsx and extensionless imports, design section 3).
import { build } from 'esbuild'

const entries = {
  server: 'server.ts',
  'cache-handler': 'lib/cache/handler.ts',
  migrate: 'scripts/migrate.ts',
  doctor: 'scripts/doctor.ts',
  backup: 'scripts/backup.ts',
  restore: 'scripts/restore.ts',
}

await build({
  entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: entry, out })),
  outdir: 'dist',
  bundle: true,
  splitting: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: 'linked',
  alias: { 'server-only': './scripts/empty.mjs' },
  logLevel: 'warning',
})
