import { expect, test } from 'vitest'
import { db } from '../db'
import { newId } from '../ids'
import { keepTo } from './keep'
import { work } from './work'

const put = (key: string) =>
  db().job.create({ data: { id: newId(), kind: 'try', key: `try:${key}`, madeAt: new Date(), dueAt: new Date() } })
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

test('ten workers at once do each piece of work once', async () => {
  const done: string[] = []
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await put(key)
  const trades = { try: async (subject: string) => void done.push(subject) }
  await Promise.all(Array.from({ length: 10 }, () => work(trades)))
  expect(done.sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  expect(await db().job.count()).toBe(0)
})

test('work that fails is tried again later and later, and then kept with the reason', async () => {
  await put('broken')
  let tries = 0
  const trades = {
    try: async () => {
      tries += 1
      throw new TypeError('synthetic')
    },
  }
  await work(trades)
  await work(trades, inMinutes(0.5))
  expect(tries).toBe(1)
  for (let nth = 1; nth < 12; nth += 1) await work(trades, inMinutes(300 * nth * nth))
  expect(tries).toBe(8)
  expect(await db().job.findFirst()).toMatchObject({ key: 'try:broken', failure: 'TypeError' })
  await db().job.deleteMany()
})

test('work that ended its process every time is given up too', async () => {
  const { id } = await put('deadly')
  await db().job.update({ where: { id }, data: { tries: 8 } })
  await work({ try: async () => {} })
  expect(await db().job.findFirst()).toMatchObject({ key: 'try:deadly', failure: 'Error' })
  await db().job.deleteMany()
})

test('stopping waits for what is under way, and nothing begins after it', async () => {
  const began = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const run = async () => {
    began.resolve()
    await end.promise
  }
  const stop = keepTo([{ name: 'synthetic', everyMs: 1, run }])
  await began.promise
  let isStopped = false
  const stopped = stop().then(() => {
    isStopped = true
  })
  expect(isStopped).toBe(false)
  end.resolve()
  await stopped
  expect(isStopped).toBe(true)
})
