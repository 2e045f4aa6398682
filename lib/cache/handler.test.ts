import { expect, test } from 'vitest'
import { expire } from './clock'
import handler from './handler'
import { traced } from './trace'

const entry = (text: string, tags: string[]) => ({
  value: new Blob([text]).stream(),
  tags,
  stale: 0,
  timestamp: Date.now(),
  expire: 3600,
  revalidate: 60,
})
const read = async (key: string) => {
  const found = await handler.get(key, [])
  return found && new Response(found.value).text()
}

const keep = (key: string, value: ReturnType<typeof entry>) => traced(() => handler.set(key, Promise.resolve(value)))

test('what was kept can be read many times, until one of its tags changes', async () => {
  await keep('a', entry('text', ['t:a']))
  expect([await read('a'), await read('a')]).toEqual(['text', 'text'])
  expire(['t:a'])
  expect(await read('a')).toBeUndefined()
})

test('what was begun before a change is out of date even when it is written after it', async () => {
  const making = Promise.withResolvers<ReturnType<typeof entry>>()
  expect(await read('b')).toBeUndefined()
  const writing = handler.set('b', making.promise)
  expire(['t:b'])
  making.resolve(entry('old', ['t:b']))
  await writing

  expect(await read('b')).toBeUndefined()
})

test('a rendering is told the tags and the end of all that it read, written during it or before', async () => {
  await keep('c', entry('before', ['t:c']))
  const { trace } = await traced(async () => {
    await read('c')
    void handler.set('d', Promise.resolve(entry('during', ['t:d'])))
  })

  expect([...trace.tags].sort()).toEqual(['t:c', 't:d'])
  expect(trace.endsAt).toBeLessThanOrEqual(Date.now() + 60_000)
})

test('a value that fails half-way is not kept, and the page that shows it is not either', async () => {
  const { trace } = await traced(async () => {
    await handler.set('e', Promise.reject(new Error('half')))
  })

  expect(await read('e')).toBeUndefined()
  expect(trace.endsAt).toBe(0)
})
