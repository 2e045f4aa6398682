import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

// Ground floor first. A module may import its own floor or any floor below it; what has no floor does not exist.
const floors = [
  [
    'env',
    'clock',
    'ids',
    'log',
    'refusal',
    'paths',
    'doors',
    'cookies',
    'network',
    'network-headers',
    'secrets',
    'cache',
    'i18n',
    'trouble',
    'apart',
    'text',
    'images',
    'db',
    'events',
    'queue',
    'write',
    'rate-limit',
    'metrics',
    'database',
  ],
  ['accounts', 'backup', 'badges', 'doctor', 'mail', 'providers', 'reputation', 'trust'],
  ['door'],
  ['feedback', 'following', 'posts', 'push', 'second-factor', 'sessions', 'sign-in', 'ways-in'],
  ['answers', 'comments', 'experiences', 'facts', 'glossary', 'guides', 'notifications', 'questions'],
  ['digest', 'documents', 'profiles'],
  ['voting', 'data', 'jobs', 'moderation', 'pages', 'search', 'seed'],
  ['press'],
]

const SOURCE = /\.tsx?$/
const TEST = /\.test\.|^lib\/testing\//

test('lib never imports upwards', () => {
  const upward = imports('lib').filter(({ from, to }) => to.startsWith('lib/') && floorOf(to) > floorOf(from))
  expect(upward).toEqual([])
})

test('lib never imports the pages or what draws them', () => {
  expect(imports('lib').filter(({ to }) => /^(app|components|e2e)\//.test(to))).toEqual([])
})

test('only lib talks to the database', () => {
  const outside = [...imports('app'), ...imports('components')]
  expect(outside.filter(({ to }) => /^lib\/(db|write|rate-limit)$|^prisma\//.test(to))).toEqual([])
})

test('components read no request and no database: they receive what they draw', () => {
  const forbidden = /^(lib\/(door|accounts|database)(\/|$)|next\/headers)/
  expect(imports('components').filter(({ to, isType }) => !isType && forbidden.test(to))).toEqual([])
})

test('folders are reached by the file that says what you want, never by an index', () => {
  expect(files('lib', 'components').filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
})

test('the environment is read in one place', () => {
  const readers = files('app', 'components', 'lib').filter(
    (file) => /process\.env/.test(text(file)) && !TEST.test(file),
  )
  // log.ts asks only whether this is development, before anything is parsed; open.ts writes what it found.
  expect(readers.sort()).toEqual(['lib/database/open.ts', 'lib/env.ts', 'lib/log.ts'])
})

test("there is no 'use server' anywhere: writes come through app/api", () => {
  expect(files('app', 'components', 'lib').filter((file) => /^\s*['"]use server['"]/m.test(text(file)))).toEqual([])
})

test("'use cache' stands only in queries", () => {
  const cached = files('app', 'components', 'lib').filter((file) => /^\s*['"]use cache/m.test(text(file)))
  expect(cached.filter((file) => !/^lib\/[\w-]+\/queries\.ts$/.test(file))).toEqual([])
})

test('a cached query is never called directly: it goes through the cache, which tells the page its tags', () => {
  const cached = files('lib').filter((file) => /^\s*['"]use cache/m.test(text(file)))
  expect(cached.filter((file) => !text(file).includes('throughCache('))).toEqual([])
  expect(cached.filter((file) => /export (async )?function [^{]*\{\s*['"]use cache/.test(text(file)))).toEqual([])
})

test('no file that caches reads who is looking', () => {
  const cached = files('lib').filter((file) => /^\s*['"]use cache/m.test(text(file)))
  const readers = cached.filter((file) => /next\/headers|current-viewer/.test(text(file)))
  expect(readers).toEqual([])
})

test('nothing calls notFound, forbidden or unauthorized: they would answer 200', () => {
  const callers = files('app', 'components', 'lib').filter((file) =>
    /\b(notFound|forbidden|unauthorized)\(\)/.test(text(file)),
  )
  expect(callers.filter((file) => !file.endsWith('architecture.test.ts'))).toEqual([])
})

test('raw SQL is always parameterized', () => {
  expect(
    files('app', 'components', 'lib').filter(
      (file) => /\$(query|execute)RawUnsafe/.test(text(file)) && !TEST.test(file),
    ),
  ).toEqual([])
})

test('HTML is set by hand in two components only: data blocks, and what our renderer made', () => {
  const setters = files('app', 'components').filter((file) => text(file).includes('dangerouslySetInnerHTML'))
  expect(setters.sort()).toEqual(['components/layout/json-ld.tsx', 'components/posts/rich-text.tsx'])
})

test('no hand-written file is longer than 200 lines', () => {
  const long = files('app', 'components', 'lib', 'scripts', 'e2e').filter((file) => text(file).split('\n').length > 200)
  expect(long).toEqual([])
})

type Import = { from: string; to: string; isType: boolean }

function imports(folder: string): Import[] {
  return files(folder)
    .filter((file) => !TEST.test(file))
    .flatMap((from) =>
      [...text(from).matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from '([^']+)'/gm)].map(([, type, to = '']) => ({
        from,
        to: resolved(from, to),
        isType: type !== undefined,
      })),
    )
}

function resolved(from: string, to: string): string {
  if (to.startsWith('@/')) return to.slice(2)
  return to.startsWith('.') ? normalize(join(dirname(from), to)) : to
}

function files(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => SOURCE.test(file))
      .map((file) => `${folder}/${file}`),
  )
}

function text(file: string): string {
  return readFileSync(file, 'utf8')
}

function floorOf(path: string): number {
  const name = path.split('/')[1]?.replace(SOURCE, '') ?? ''
  const floor = floors.findIndex((names) => names.includes(name))
  if (floor === -1) throw new Error(`${path} has no floor: add it to lib/architecture.test.ts`)
  return floor
}
