import { readdir, readFile, rm } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { withClient } from '../database/client'
import { db } from '../db'
import { forgetEnv } from '../env'
import { locales } from '../i18n/locales'
import { smtpServer } from '../testing/smtp'
import { write } from '../write'
import { deliver } from './deliver'
import { type Letter, post } from './post'
import { transport } from './transport'

const letter = (props: Partial<Pick<Letter, 'to' | 'locale'>> = {}): Letter => ({
  to: 'synthetic@example.org',
  locale: 'zh',
  template: 'signIn',
  props: { link: 'L'.repeat(43), code: '012345', minutes: 10 },
  ...props,
})
const inAnHour = () => new Date(Date.now() + 3_600_000)
const put = (one: Letter, now = new Date(), expiresAt = inAnHour()) => write((tx) => post(tx, one, { now, expiresAt }))

test('a letter goes out once, in its reader’s language, with code and link in text and HTML and nothing remote', async () => {
  const { received, stop } = await smtpServer()
  for (const locale of locales) await put(letter({ locale }))
  await Promise.all(Array.from({ length: 9 }, () => deliver(transport(() => {}))))
  await deliver(transport(() => {}))
  const letters = await Promise.all(received.map((raw) => PostalMime.parse(raw)))

  expect(letters).toHaveLength(4)
  for (const { text = '', html = '', subject = '' } of letters) {
    for (const part of [text, html, subject]) expect(part).toContain('012345')
    for (const part of [text, html])
      expect(part).toMatch(/http:\/\/portal\.test:3000\/(zh|en|fr|nl)\/sign-in\/link\/L{43}/)
    expect(html).not.toMatch(/<img|<link|<script|src=/i)
  }
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(4)
  expect(await db().letter.count()).toBe(0)
  await stop()
})

test('a letter that another process has taken is left to it, without waiting', async () => {
  const { received, stop } = await smtpServer()
  await put(letter())
  await withClient(process.env.DATABASE_URL ?? '', async (other) => {
    await other.query('BEGIN')
    await other.query('SELECT id FROM "Letter" FOR UPDATE')
    await put(letter({ locale: 'nl' }))
    expect(await deliver(transport(() => {}))).toBe(1)
    await other.query('COMMIT')
  })
  expect(await deliver(transport(() => {}))).toBe(1)
  expect(received).toHaveLength(2)
  await stop()
})

test('a letter that could not be sent is tried again later, and one that came too late is not', async () => {
  const { received, stop } = await smtpServer({ refuses: 1 })
  await put(letter())
  const send = transport(() => {})
  expect(await deliver(send)).toBe(0)
  expect(await deliver(send)).toBe(0)
  expect(await deliver(send, new Date(Date.now() + 241_000))).toBe(1)
  expect(received).toHaveLength(1)

  await put(letter(), new Date(), new Date(Date.now() - 1))
  expect(await deliver(send)).toBe(0)
  await db().letter.deleteMany()
  await stop()
})

test('what a refused write wanted to send is not sent', async () => {
  await expect(
    write(async (tx) => {
      await post(tx, letter(), { now: new Date(), expiresAt: inAnHour() })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await db().letter.count()).toBe(0)
})

test('an address cannot bring headers or readers of its own', async () => {
  const { received, stop } = await smtpServer()
  await put(letter({ to: 'a@example.org\r\nBcc: evil@example.org' }))
  await deliver(transport(() => {}))
  expect(received.join('')).not.toMatch(/^bcc:/im)
  await db().letter.deleteMany()
  await stop()
})

test('without SMTP_URL a letter is a file, and its link is said in the terminal', async () => {
  delete process.env.SMTP_URL
  process.env.DATA_DIR = `.data/test-mail-${process.pid}`
  forgetEnv()
  const said: string[] = []
  await put(letter())
  await deliver(transport((what) => said.push(what)))
  const folder = `${process.env.DATA_DIR}/outbox`
  const [name = ''] = await readdir(folder)

  expect((await PostalMime.parse(await readFile(`${folder}/${name}`))).subject).toContain('012345')
  expect(said.join()).toContain(`/zh/sign-in/link/${'L'.repeat(43)}`)
  await rm(process.env.DATA_DIR, { recursive: true })
})
