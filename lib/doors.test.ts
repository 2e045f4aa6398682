import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Door } from './door'
import { pages } from './press/pages'
import { doors, privatePages, type ViewerKind, viewerKinds } from './testing/access-matrix'
import { makeMember } from './testing/factories'
import { jsonRequest, someAddress } from './testing/requests'

// Outside Next there is no request for it to wait for.
vi.mock('next/server', () => ({ connection: async () => {} }))

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const READS = ['GET', 'HEAD']

type Found = { name: string; method: string; handler: (request: Request) => Promise<Response> | Response }

const found = (await Promise.all(appFiles(/(^|\/)route\.tsx?$/).map(methodsOf))).flat()

test('every route handler has a row in the access matrix, and every row a route handler', () => {
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(doors).sort())
})

test('everything that can change something goes through the doorway', () => {
  const writes = found.filter(({ method }) => !READS.includes(method))
  expect(writes.filter(({ handler }) => !('doorName' in handler)).map(({ name }) => name)).toEqual([])
  expect(new Set(writes.map(({ handler }) => (handler as Door).doorName)).size).toBe(writes.length)
})

test('every page is served as the table of pages says, and every private one has a row in the access matrix', () => {
  const files = appFiles(/(^|\/)page\.tsx$/).map((file) => file.replace('[locale]/', ''))
  const listed = pages.map(({ file }) => file)
  expect(files.filter((file) => file !== '[...rest]/page.tsx').sort()).toEqual([...listed].sort())
  const closed = pages.filter(({ isPublic }) => !isPublic).map(({ file }) => file)
  expect(Object.keys(privatePages).sort()).toEqual(closed.sort())
})

const inputs: Record<string, unknown> = { 'POST /api/v1/feedback': { kind: 'other', text: 'walking the matrix' } }

for (const [name, row] of Object.entries(doors)) {
  for (const who of viewerKinds) {
    test(`${name} answers ${row[who]} to ${who}`, async () => {
      const door = found.find((one) => one.name === name)
      const cookie = await cookieFor(who)
      const path = name.split(' ')[1] ?? ''
      const request = name.startsWith('POST') ? jsonRequest(path, inputs[name], { cookie }) : readRequest(path, cookie)
      expect((await door?.handler(request))?.status).toBe(row[who])
    })
  }
}

async function cookieFor(who: ViewerKind): Promise<string> {
  if (who === 'guest') return ''
  if (who === 'suspended') return (await makeMember({ isSuspended: true })).cookie
  return (await makeMember({ role: who === 'author' ? 'member' : who })).cookie
}

function readRequest(path: string, cookie: string): Request {
  const { url, headers } = jsonRequest(path, {}, { cookie, address: someAddress() })
  return new Request(url, { headers })
}

async function methodsOf(file: string): Promise<Found[]> {
  const module = (await import(/* @vite-ignore */ resolve('app', file))) as Record<string, Found['handler']>
  const path = `/${file.replace(/\/?route\.tsx?$/, '')}`
  return METHODS.flatMap((method) => {
    const handler = module[method]
    return handler ? [{ name: `${method} ${path}`, method, handler }] : []
  })
}

function appFiles(pattern: RegExp): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => pattern.test(file))
}
