import type { Browser, Page } from '@playwright/test'
import { someNetwork } from './network'
import { expectAccessible, type Member, portalUrl } from './test'

/** axe looks at the page, which it can only where scripts run; with SHOTS=folder it is also kept as pictures, by day and by night, narrow and wide. */
export async function accessible(browser: Browser, member: Member, path: string) {
  const page = await phone(browser, member, true)
  await page.goto(path)
  await expectAccessible(page)
  const folder = process.env.SHOTS
  if (folder)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 740 })
        const name = `${path.replace(/[-\w]*\d{5}[-\w]*/g, 'x').replace(/\W+/g, '-')}-${colorScheme}-${width}`
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
      }
  await page.context().close()
}

/** A narrow window on the portal, signed in as this member, without JavaScript unless it is asked for. */
export async function phone(browser: Browser, member?: Member, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  if (member) await context.addCookies([{ name: 'authjs.session-token', value: member.token, url: portalUrl() }])
  return context.newPage()
}

/** The same page with the same cookies, in a browser that can run axe; by day and by night. */
export async function expectAxe(browser: Browser, page: Page, name: string) {
  const state = await page.context().storageState()
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      storageState: state,
      colorScheme,
      viewport: { width: 360, height: 740 },
    })
    const other = await context.newPage()
    await other.goto(page.url())
    await expectAccessible(other)
    await seen(other, `${name}-${colorScheme}`)
    if (process.env.SHOTS) {
      await other.setViewportSize({ width: 1280, height: 900 })
      await seen(other, `${name}-${colorScheme}-wide`)
    }
    await context.close()
  }
}

/** Kept for somebody who wants to look: SHOTS is a folder. */
export async function seen(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}
