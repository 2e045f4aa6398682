import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': resolve('.'), 'server-only': resolve('scripts/empty.mjs') } },
  test: {
    include: ['lib/**/*.test.ts'],
    globalSetup: 'lib/testing/cluster.ts',
    setupFiles: 'lib/testing/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'Pacific/Auckland' }, // far from Brussels, so that a forgotten zone shows
  },
})
