import 'server-only'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { env } from '../env'
import { notSent } from './not-sent'
import type { Letter } from './post'
import { written } from './written'

export type Send = (id: string, letter: Letter) => Promise<void>

const SMTP_MS = 15_000

/** How letters leave: by SMTP_URL, or, where there is none, as files in DATA_DIR/outbox, with their link said in the terminal. */
export function transport(say: (what: string) => void): Send {
  const { SMTP_URL } = env()
  return SMTP_URL ? bySmtp(SMTP_URL) : intoOutbox(say)
}

function bySmtp(url: string): Send {
  const times = { connectionTimeout: SMTP_MS, greetingTimeout: SMTP_MS, socketTimeout: SMTP_MS }
  return async (id, letter) => {
    const bytes = await message(id, letter)
    const talk = conversation()
    const mailer = nodemailer.createTransport({ url, ...times, logger: talk.logger, transactionLog: true })
    await mailer.sendMail(bytes).catch((error: unknown) => {
      throw notSent(error, talk.hasAsked())
    })
  }
}

// The library says of a connection that broke only that it broke. Listening to the conversation tells whether the server had asked for
// the letter (354, RFC 5321, section 4.3.2): before that it cannot have it.
function conversation() {
  let hasAsked = false
  const ignore = () => {}
  const debug = (entry: { tnx?: string }, words: unknown) => {
    if (entry.tnx === 'server' && String(words).startsWith('354')) hasAsked = true
  }
  const logger = { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore }
  return { hasAsked: () => hasAsked, logger }
}

function intoOutbox(say: (what: string) => void): Send {
  const mailer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (id, letter) => {
    const { message: bytes } = await mailer.sendMail(await message(id, letter))
    const folder = join(env().DATA_DIR, 'outbox')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, `${id}.eml`)
    await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 })
    await rename(`${file}.part`, file)
    const { address, aside } = await written(letter)
    say(`  Letter (no SMTP_URL is set, so it was not sent): ${file}\n  ${address}${aside ? `   ${aside}` : ''}`)
  }
}

// The same id on every try: a mail server that got it twice can tell.
async function message(id: string, letter: Letter) {
  const { SITE_NAME, publicUrl } = env()
  const { subject, text, html, unsubscribe } = await written(letter)
  return {
    from: { name: SITE_NAME, address: env().MAIL_FROM ?? `no-reply@${publicUrl.hostname}` },
    to: letter.to,
    subject,
    text,
    html,
    messageId: `<${id}@${publicUrl.hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...oneClick(unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

// RFC 8058: a mail program ends these letters with one POST, without opening anything.
function oneClick(address: string | undefined): Record<string, string> {
  return address ? { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
}
