import type { Browser, Page } from '@playwright/test'
import { startProvider } from '../../lib/testing/provider'
import { someNetwork } from './network'
import { besides, freePort, type Portal, startPortal } from './portal'
import { type Locale, portalDataDir, test } from './test'

export type Outside = { portal: Portal; provider: Awaited<ReturnType<typeof startProvider>>; stop: () => Promise<void> }

/** A second portal on the same data, which knows one outside provider: a real one, on this machine. */
export async function startOutside(): Promise<Outside> {
  const port = await freePort()
  const provider = await startProvider({ redirects: [`http://localhost:${port}/api/auth/callback/oidc`] })
  const portal = await startPortal({
    dataDir: portalDataDir(),
    port,
    env: {
      ...(await besides(portalDataDir())),
      AUTH_OIDC_ISSUER: provider.issuer,
      AUTH_OIDC_ID: 'portal',
      AUTH_OIDC_SECRET: 'a secret between the two',
      AUTH_OIDC_NAME: 'Campus ID',
    },
  })
  const stop = async () => {
    await portal.stop()
    await provider.stop()
  }
  return { portal, provider, stop }
}

export async function atProvider(page: Page, who: string) {
  await page.getByLabel('Who are you?').fill(who)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** A button's name in which the provider's is filled in. */
export function nameIn(begun: string, locale: Locale): RegExp | string {
  return locale === 'zh' ? /Campus ID/ : `${begun} Campus ID`
}

/** A phone without JavaScript. */
export async function phone(browser: Browser, { portal }: Outside): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portal.url,
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  return context.newPage()
}

export async function seen(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}
