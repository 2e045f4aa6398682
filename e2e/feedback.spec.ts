import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, locales, portalUrl, test } from './support/test'

const words = {
  zh: {
    text: '内容',
    kind: '有一处写错了',
    send: '发送',
    done: '收到了，谢谢',
    notSent: '还没有发出',
    address: '电子邮箱（可不填）',
  },
  en: {
    text: 'Your message',
    kind: 'Something is wrong',
    send: 'Send',
    done: 'Received, thank you',
    notSent: 'Not sent yet',
    address: 'E-mail address (optional)',
  },
  fr: {
    text: 'Votre message',
    kind: 'Il y a une erreur',
    send: 'Envoyer',
    done: 'Bien reçu, merci',
    notSent: 'Pas encore envoyé',
    address: 'Adresse e-mail (facultatif)',
  },
  nl: {
    text: 'Je bericht',
    kind: 'Er klopt iets niet',
    send: 'Versturen',
    done: 'Goed ontvangen, bedankt',
    notSent: 'Nog niet verstuurd',
    address: 'E-mailadres (niet verplicht)',
  },
}

for (const locale of locales) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, 360 px`, () => {
      test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

      test('a reader reports a mistake from the page where it is, and gets a receipt', async ({ page, sql }) => {
        const said = `synthetic ${randomUUID()}`
        const t = words[locale]
        await page.goto(`/${locale}/how-we-check-facts`)
        await page.locator('main a[href*="feedback"]').click()
        await expect(page.getByLabel(t.kind)).toBeChecked()
        await page.getByLabel(t.text).fill(said)
        await page.getByRole('button', { name: t.send }).click()

        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.done)
        await expect(page.getByText(`/${locale}/how-we-check-facts`)).toBeVisible()
        const { rows } = await sql('SELECT kind, page, locale, "memberId" FROM "Feedback" WHERE text = $1', [said])
        expect(rows).toEqual([{ kind: 'wrong', page: `/${locale}/how-we-check-facts`, locale, memberId: null }])
      })

      test('what was refused is said, and nothing that was typed is lost', async ({ page, sql }) => {
        const said = `synthetic ${randomUUID()}`
        const t = words[locale]
        await page.goto(`/${locale}/feedback`)
        // What a browser's own check would stop, as from an older browser.
        await page.locator('form[action*=feedback] [required]').first().waitFor()
        await page.getByLabel(t.text).fill(said)
        await page.getByLabel(t.address).fill('somebody@nowhere')
        await page.getByLabel(t.kind).check()
        await page.getByRole('button', { name: t.send }).click()

        await expect(page.locator('#refused')).toContainText(t.notSent)
        await expect(page.getByLabel(t.text)).toHaveValue(said)
        await expect(page.getByLabel(t.address)).toHaveValue('somebody@nowhere')
        await expect(page.getByLabel(t.kind)).toBeChecked()
        await expect(page.getByLabel(t.address)).toHaveAttribute('aria-invalid', 'true')
        if (javaScriptEnabled) await expectAccessible(page)
        expect((await sql('SELECT 1 FROM "Feedback" WHERE text = $1', [said])).rowCount).toBe(0)

        await page.getByLabel(t.address).fill('somebody@example.org')
        await page.getByRole('button', { name: t.send }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.done)
        await page.goto(`/${locale}/feedback`)
        await expect(page.locator('#refused')).toHaveCount(0)
      })
    })
  }
}

test('sent twice from one page, by a second click or by going back, is stored once', async ({ page, sql }) => {
  const said = `synthetic ${randomUUID()}`
  await page.goto('/en/feedback')
  await page.getByLabel('A suggestion').check()
  await page.getByLabel('Your message').fill(said)
  await page.getByRole('button', { name: 'Send' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Received, thank you')
  await page.goBack()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Received, thank you')

  expect((await sql('SELECT 1 FROM "Feedback" WHERE text = $1', [said])).rowCount).toBe(1)
})

test('the count of what is left follows the typing', async ({ page }) => {
  await page.goto('/en/feedback')
  const box = page.getByLabel('Your message')
  await box.fill('🈶'.repeat(3_900))
  await expect(page.getByText('Characters left: 100', { exact: true })).toBeVisible()
  await box.fill('🈶'.repeat(4_003))
  await expect(page.locator('[aria-hidden]', { hasText: 'Characters too many: 3' })).toBeVisible()
})

test('a text that is too long is neither cut by the page nor lost: it comes back with the reason', async ({ page }) => {
  const long = '充'.repeat(7_000)
  await page.goto('/zh/feedback?kind=idea')
  await page.getByLabel('内容').fill(long)
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.locator('#text-refusal')).toHaveText('太长了，最多 4,000 个字。')
  await expect(page.getByLabel('内容')).toHaveValue(long)
})

test('what was refused waits behind a link when the reader comes with something new to say', async ({ page }) => {
  await page.goto('/en/feedback?kind=idea')
  await page.getByLabel('Your message').fill('the old words')
  await page.getByLabel('Which page').fill('https://elsewhere.example/')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page).toHaveTitle(/^Not sent yet/)

  await page.goto('/en/feedback?kind=wrong&page=%2Fen')
  await expect(page.getByLabel('Your message')).toHaveValue('')
  await expect(page.getByLabel('Something is wrong')).toBeChecked()
  await page.getByRole('link', { name: 'Open it' }).click()
  await expect(page.getByLabel('Your message')).toHaveValue('the old words')
  await page.getByRole('link', { name: 'Start a new message instead' }).click()
  await expect(page.getByLabel('Your message')).toHaveValue('')
})

test('a half-filled form survives a change of language, and is forgotten when it was sent', async ({ page }) => {
  await page.goto('/fr/feedback')
  await page.getByLabel('Une suggestion').check()
  await page.getByLabel('Votre message').fill('déjà écrit')
  await page.getByLabel('Adresse e-mail').fill('a@example.org')
  await page.getByRole('link', { name: 'NL' }).click()
  await expect(page.getByLabel('Je bericht')).toHaveValue('déjà écrit')
  await expect(page.getByLabel('Een voorstel')).toBeChecked()
  await expect(page.getByLabel('E-mailadres')).toHaveValue('a@example.org')

  await page.getByRole('button', { name: 'Versturen' }).click()
  await page.getByRole('link', { name: 'Nog een bericht schrijven' }).click()
  await expect(page.getByLabel('Je bericht')).toHaveValue('')
})

test('a form that was too large to read is answered in the language of its page, as not sent', async ({ request }) => {
  const answer = await request.post('/api/v1/feedback', {
    form: { locale: 'nl', kind: 'idea', text: 'x'.repeat(300_000) },
    headers: { 'Sec-Fetch-Site': 'same-origin', Referer: `${portalUrl()}/nl/feedback`, 'Accept-Language': 'fr' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(413)
  const page = await answer.text()
  expect(page).toContain('<title>Niet verstuurd</title>')
  expect(page).toContain('Dat is te lang en is niet aanvaard.')
})

test('too many messages are refused with the time to wait, and the sixth is still there to send later', async ({
  page,
}) => {
  for (const nth of [1, 2, 3, 4, 5, 6]) {
    await page.goto('/en/feedback')
    await page.getByLabel('A suggestion').check()
    await page.getByLabel('Your message').fill(`synthetic, one of many: ${nth} ${randomUUID()}`)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL(/received|refused/)
  }
  await expect(page.locator('#refused')).toContainText(
    /You have sent too many messages\. Please try again in \d+ minutes/,
  )
  await expect(page.getByLabel('Your message')).toHaveValue(/one of many: 6/)
})
