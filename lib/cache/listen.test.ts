import { expect, inject, test } from 'vitest'
import { withClient } from '../database/client'
import { db } from '../db'
import { changed, write } from '../write'
import { cacheClock, changedSince } from './clock'
import { listen } from './listen'
import { CHANGES, HEARD, meeting } from './notices'

const url = process.env.DATABASE_URL ?? ''

test('a change in this process is known here when the write returns', async () => {
  const before = cacheClock().tick
  await write((tx) => changed(tx, ['mine']))

  expect(changedSince(before, ['mine'])).toBe(true)
})

test('a change by another process is heard', async () => {
  const listener = listen(url, CHANGES)
  await listener.ready
  const before = cacheClock().tick
  await withClient(url, (client) =>
    client.query('SELECT pg_notify($1, $2)', [CHANGES, JSON.stringify({ id: 'other', tags: ['theirs'] })]),
  )

  await expect.poll(() => changedSince(before, ['theirs'])).toBe(true)
  await listener.stop()
})

test('a notice that is not ours to read expires everything', async () => {
  const listener = listen(url, CHANGES)
  await listener.ready
  for (const payload of ['', 'not json', '{}', '[]']) {
    const before = cacheClock().tick
    await withClient(url, (client) => client.query('SELECT pg_notify($1, $2)', [CHANGES, payload]))
    await expect.poll(() => changedSince(before, ['never named'])).toBe(true)
  }
  await listener.stop()
})

test('a write that is rolled back changes nothing', async () => {
  const before = cacheClock().tick
  const failed = write(async (tx) => {
    await changed(tx, ['rolled back'])
    throw new Error('no')
  })

  await expect(failed).rejects.toThrow('no')
  expect(changedSince(before, ['rolled back'])).toBe(false)
})

test('our own notice has come back from PostgreSQL before a write returns', async () => {
  const listener = listen(url, CHANGES)
  await listener.ready
  await write((tx) => changed(tx, ['round trip']))

  expect(meeting().waiting.size).toBe(0)
  await listener.stop()
})

test('a write waits until every other process has heard it, and no longer than a moment for one that hangs', async () => {
  const listener = listen(url, CHANGES)
  await listener.ready
  await withClient(url, async (other) => {
    await other.query(`SET application_name = 'xuxin listener'`)
    await other.query(`LISTEN ${CHANGES}`)
    await other.query('SELECT pg_notify($1, $2)', [HEARD, ''])
    await expect.poll(() => meeting().peers).toBe(1)

    const order: string[] = []
    const answers = new Promise<void>((answered) => {
      other.once('notification', ({ payload = '' }) => {
        order.push('heard')
        void other.query('SELECT pg_notify($1, $2)', [HEARD, JSON.parse(payload).id]).then(() => answered())
      })
    })
    await write((tx) => changed(tx, ['waits'])).then(() => order.push('returned'))
    await answers
    expect(order).toEqual(['heard', 'returned'])
    // From here on it says nothing any more.
    await write((tx) => changed(tx, ['hangs']))
  })
  await expect
    .poll(() => {
      meeting().recount()
      return meeting().peers
    })
    .toBe(0)
  await listener.stop()
})

test('a listener that lost its connection believes nothing of before, and hears again', async () => {
  const listener = listen(url, CHANGES)
  await listener.ready
  const before = cacheClock().tick
  const database = new URL(url).pathname.slice(1)
  await withClient(inject('serverUrl'), (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'xuxin listener'`,
      [database],
    ),
  )
  await expect.poll(() => changedSince(before, ['anything'])).toBe(true)

  const later = cacheClock().tick
  await withClient(url, (client) =>
    client.query('SELECT pg_notify($1, $2)', [CHANGES, JSON.stringify({ id: 'x', tags: ['heard'] })]),
  )
  await expect.poll(() => changedSince(later, ['heard'])).toBe(true)
  await listener.stop()
})

test('a deadlock is tried again and nobody hears of it', async () => {
  await db().rateLimit.createMany({ data: [{ key: 'one' }, { key: 'two' }] })
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const cross = (first: string, second: string, mine: 0 | 1) =>
    write(async (tx) => {
      await tx.rateLimit.update({ where: { key: first }, data: { points: { increment: 1 } } })
      gates[mine].resolve()
      await gates[mine === 0 ? 1 : 0].promise
      await tx.rateLimit.update({ where: { key: second }, data: { points: { increment: 1 } } })
    })
  await Promise.all([cross('one', 'two', 0), cross('two', 'one', 1)])

  const rows = await db().rateLimit.findMany({ where: { key: { in: ['one', 'two'] } }, select: { points: true } })
  expect(rows.map(({ points }) => points)).toEqual([2, 2])
})
