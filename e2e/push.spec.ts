import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import type { Worker } from '@playwright/test'
import { expect, expectAccessible, portalUrl, test } from './support/test'

test('a browser asks for pushes, gets one, shows it, and leads to our page only', async ({ browser, member }) => {
  // No push service of a browser's maker can be reached from here: the browser is told that it has subscribed with ours.
  const keys = createECDH('prime256v1')
  const p256dh = keys.generateKeys('base64url')
  const endpoint = `https://fcm.googleapis.com/fcm/send/synthetic-${randomUUID()}`
  const address = { endpoint, keys: { p256dh, auth: randomBytes(16).toString('base64url') } }
  const somebody = await member()
  const context = await browser.newContext({ baseURL: portalUrl(), viewport: { width: 360, height: 740 } })
  await context.grantPermissions(['notifications'], { origin: portalUrl() })
  await context.addCookies([{ name: 'authjs.session-token', value: somebody.token, url: portalUrl() }])
  await context.addInitScript((given) => {
    const subscription = { ...given, toJSON: () => given, unsubscribe: async () => true }
    const kept = () => (localStorage.getItem('synthetic') ? subscription : null)
    PushManager.prototype.getSubscription = async () => kept() as unknown as PushSubscription
    PushManager.prototype.subscribe = async (options) => {
      if (!options?.applicationServerKey) throw new Error('without a key')
      localStorage.setItem('synthetic', 'yes')
      return kept() as unknown as PushSubscription
    }
  }, address)
  const page = await context.newPage()
  const blocked: string[] = []
  page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()))

  await page.goto('/en/me/notifications')
  await page.getByRole('button', { name: 'Switch pushes on in this browser' }).click()
  await expect(page.getByText('this browser', { exact: false }).last()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Stop pushes/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Switch pushes on in this browser' })).toBeHidden()
  await expectAccessible(page)
  expect(blocked).toEqual([])

  const [worker] = context.serviceWorkers()
  expect(worker?.url()).toBe(`${portalUrl()}/worker.js`)
  const session = await context.newCDPSession(page)
  const registration = new Promise<string>((found) => {
    session.on(
      'ServiceWorker.workerRegistrationUpdated',
      ({ registrations: [one] }) => one && found(one.registrationId),
    )
  })
  await session.send('ServiceWorker.enable')
  // Nobody sees what a browser without a screen shows: what it is asked to show is written down.
  await worker?.evaluate(() => {
    const scope = self as unknown as Scope
    scope.shown = []
    scope.registration.showNotification = async (...said) => void scope.shown.push(said)
  })
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: portalUrl(),
    registrationId: await registration,
    data: JSON.stringify({ title: 'synthetic', body: 'words', path: '/en/questions/1', tag: 'post-1' }),
  })
  await expect
    .poll(() => worker?.evaluate(() => (self as unknown as Scope).shown))
    .toEqual([['synthetic', { body: 'words', tag: 'post-1', icon: '/icon.svg', data: { path: '/en/questions/1' } }]])
  expect(await opened(worker, ['/en/questions/1', 'https://evil.example/', '//evil.example/', undefined])).toEqual([
    `${portalUrl()}/en/questions/1`,
    `${portalUrl()}/`,
  ])

  await page.getByRole('button', { name: /^Stop pushes/ }).click()
  await expect(page.getByText('No browser gets pushes yet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Switch pushes on in this browser' })).toBeVisible()
  await context.close()
})

/** What the service worker opens when a notification with each of these paths is tapped. A browser opens a page only for a real finger. */
function opened(worker: Worker | undefined, paths: (string | undefined)[]) {
  return worker?.evaluate((given) => {
    const scope = self as unknown as Scope
    const seen: string[] = []
    scope.clients.openWindow = async (url) => void seen.push(url)
    for (const path of given) {
      const notification = { close: () => {}, data: { path } }
      scope.dispatchEvent(Object.assign(new Event('notificationclick'), { notification, waitUntil: () => {} }))
    }
    return seen
  }, paths)
}

type Scope = {
  shown: unknown[]
  clients: { openWindow: (url: string) => Promise<void> }
  registration: { showNotification: (...said: unknown[]) => Promise<void> }
  dispatchEvent: (event: Event) => boolean
}
