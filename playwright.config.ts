import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './scripts/browser.mjs'

// Journeys in a real Chromium against the production build, on a portal and a PostgreSQL of their own (e2e/support).
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
    screenshot: 'only-on-failure', // a trace would cost every journey half of its time
  },
})
