import { expect, test } from './support/test'

// The policy as a browser enforces it, on the page that has the framework and an island.
test('nothing of ours is blocked, and an inline script put into the page does not run', async ({ page }) => {
  const blocked: string[] = []
  page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()))
  page.on('pageerror', (error) => blocked.push(error.message))
  await page.goto('/zh/feedback')
  await page.getByLabel('内容').fill('一'.repeat(3_900))
  await expect(page.getByText('还可以写 100 个字', { exact: true })).toBeVisible() // the island is alive
  expect(blocked).toEqual([])
})

for (const path of ['/zh/feedback', '/zh']) {
  test(`${path}: a script that somebody injects into the HTML is blocked`, async ({ page }) => {
    const violations: string[] = []
    page.on('console', (message) => /Content Security Policy/i.test(message.text()) && violations.push(message.text()))
    await page.route(`**${path}`, async (route) => {
      const answer = await route.fetch()
      const html = (await answer.text()).replace(
        '</main>',
        '<script>window.injected = true</script><img src=x onerror="window.injected = true"></main>',
      )
      await route.fulfill({ response: answer, body: html })
    })
    await page.goto(path)
    await expect.poll(() => violations.length).toBeGreaterThanOrEqual(2)
    expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  })
}
