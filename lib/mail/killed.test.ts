import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db'
import { smtpServer } from '../testing/smtp'
import { write } from '../write'
import { post } from './post'

// A server process of its own, which is killed (SIGKILL) when the mail server has the letter and has not said so.
const folder = `.data/test-killed-${process.pid}`
const program = `${folder}/deliver-process.mjs`

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: ['lib/testing/deliver-process.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    alias: { 'server-only': './scripts/empty.mjs' },
    logLevel: 'warning',
  })
})

afterAll(() => rm(folder, { recursive: true }))

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

function deliverAt(now: Date): { child: ChildProcess; ended: Promise<unknown> } {
  const env = { ...process.env, NOW: now.toISOString() }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return { child, ended: new Promise((settle) => child.once('exit', (code, signal) => settle(signal ?? code))) }
}

test('a server that is killed each time between sending a letter and noting it repeats it once, and never again', async () => {
  let child: ChildProcess | undefined
  const { received, stop } = await smtpServer({ arrived: () => child?.kill('SIGKILL') })
  const props = { browser: 'Synthetic', system: 'Synthetic', at: new Date().toISOString() }
  const letter = { to: 'synthetic@example.org', locale: 'en', template: 'newDevice', props } as const
  await write((tx) => post(tx, letter, { now: new Date(), expiresAt: inHours(240) }))
  const ends = []
  for (let nth = 0; nth < 5; nth += 1) {
    const worker = deliverAt(inHours(nth * 3))
    child = worker.child
    ends.push(await worker.ended)
  }
  expect(ends).toEqual(['SIGKILL', 'SIGKILL', 0, 0, 0])
  expect(received).toHaveLength(2)
  expect(await db().letter.findMany()).toMatchObject([{ failure: 'unknown', failedAt: expect.any(Date) }])
  await stop()
}, 60_000)
