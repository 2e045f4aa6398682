import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { GET as pictureRoute } from '@/app/api/v1/avatars/[name]/route'
import { POST as removeDoorway } from '@/app/api/v1/avatars/removals/route'
import { POST as avatarDoorway } from '@/app/api/v1/avatars/route'
import { POST as handleDoorway } from '@/app/api/v1/handles/route'
import { db } from '../db'
import { avatarRemovalsDoor, avatarRoute, avatarsDoor, handlesDoor } from '../doors'
import { newId } from '../ids'
import { makeMember } from '../testing/factories'
import { makePicture } from '../testing/pictures'
import { jsonRequest } from '../testing/requests'
import { AVATAR_SIDE } from './avatar'
import { publicProfile } from './queries'
import { PICTURE_BYTES_MAX } from './schema'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const save = (cookie: string, picture: Buffer) =>
  avatarDoorway(jsonRequest(avatarsDoor, { picture: picture.toString('base64') }, { cookie }))
const remove = (cookie: string) => removeDoorway(jsonRequest(avatarRemovalsDoor, {}, { cookie }))
const got = (name: string) => pictureRoute(new Request(`http://portal.test:3000${avatarRoute(name)}`))
const nameOf = async (memberId: string) => (await db().avatar.findUnique({ where: { memberId } }))?.name ?? 'none'

async function pictureOf(id: string) {
  const profile = await publicProfile(id, 'en')
  return profile && !profile.isSuspended ? profile.picture : undefined
}

function form(cookie: string, picture: Buffer, path: string): Request {
  const body = new FormData()
  body.set('locale', 'fr')
  body.set('picture', new File([new Uint8Array(picture)], '../../x.svg', { type: 'image/svg+xml' }))
  const { headers } = jsonRequest(path, {}, { cookie })
  headers.delete('content-type')
  return new Request(`http://portal.test:3000${path}`, { method: 'POST', headers, body })
}

test.each(['png', 'jpeg', 'webp'] as const)(
  'a %s becomes a small square without a word about where it was taken',
  async (kind) => {
    const { id, cookie } = await makeMember()
    const sent = await makePicture(kind, { width: 640, height: 300 })
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    expect((await save(cookie, sent)).status).toBe(201)

    const answer = await got((await pictureOf(id)) ?? '')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([kept.format, kept.width, kept.height]).toEqual(['webp', AVATAR_SIDE, AVATAR_SIDE])
    expect([kept.exif, kept.xmp, kept.iptc, kept.icc]).toEqual([undefined, undefined, undefined, undefined])
  },
)

test('a form with a file is taken, whatever it says the file is, and only where a file is expected', async () => {
  const { id, cookie } = await makeMember()
  const answer = await avatarDoorway(form(cookie, await makePicture('png'), avatarsDoor))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/me/profile#pictured'])
  expect(await pictureOf(id)).toBeDefined()
  expect((await handleDoorway(form(cookie, await makePicture('png'), handlesDoor))).status).toBe(400)
})

test('another picture has another address, the former one is gone, and so is the last when it is taken away', async () => {
  const { id, cookie } = await makeMember()
  await save(cookie, await makePicture('png'))
  const first = await nameOf(id)
  await save(cookie, await makePicture('png'))
  expect(await nameOf(id)).toBe(first)
  await save(cookie, await makePicture('png', { background: '#842' }))
  const second = await nameOf(id)
  expect((await got(first)).status).toBe(404)
  expect((await got(second)).status).toBe(200)
  expect((await remove(cookie)).status).toBe(201)
  expect((await got(second)).status).toBe(404)
  expect(await pictureOf(id)).toBeUndefined()
  expect((await remove(cookie)).status).toBe(201)
})

test('the picture of a suspended member is shown to nobody', async () => {
  const { id, cookie } = await makeMember()
  await save(cookie, await makePicture('png'))
  const name = await nameOf(id)
  expect((await got(name)).status).toBe(200)
  const reason = { id: newId(), memberId: id, reason: 'synthetic', startedAt: new Date(Date.now() - 1000) }
  await db().suspension.create({ data: reason })
  expect((await got(name)).status).toBe(404)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
const hostile: Record<string, () => Buffer | Promise<Buffer>> = {
  'a drawing that is a program': () => Buffer.from(svg),
  'a moving picture': () => makePicture('gif'),
  'a page that calls itself a picture': () => Buffer.from('\u0089PNG\r\n\u001a\n<script>alert(1)</script>', 'latin1'),
  'a document': () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'),
  'a picture that breaks off': async () => (await makePicture('png', { width: 900, height: 900 })).subarray(0, 400),
  'a few bytes that unpack to two hundred and fifty million pixels': () =>
    makePicture('png', { width: 16_000, height: 16_000 }),
  noise: () => Buffer.from(Array.from({ length: 5_000 }, (_, nth) => (nth * 7919) % 251)),
}

test.each(Object.entries(hostile))(
  '%s is refused with a sentence, and the next honest picture is taken',
  async (_, make) => {
    const { id, cookie } = await makeMember()
    const answer = await save(cookie, await make())
    expect(answer.status).toBe(422)
    expect((await answer.json()).refusal.fields.picture.code).toBe('notAPicture')
    expect(await nameOf(id)).toBe('none')
    expect((await save(cookie, await makePicture('jpeg'))).status).toBe(201)
  },
)

test('what is empty or too heavy is said to be so', async () => {
  const { cookie } = await makeMember()
  const code = async (picture: Buffer) => (await (await save(cookie, picture)).json()).refusal.fields.picture.code
  expect(await code(Buffer.alloc(0))).toBe('required')
  expect(await code(Buffer.alloc(PICTURE_BYTES_MAX + 1))).toBe('tooHeavy')
  expect((await save(cookie, Buffer.alloc(PICTURE_BYTES_MAX + 400_000))).status).toBe(413)
  // A form comes back to its page, with the reason at the field, however heavy the file was.
  const answer = await avatarDoorway(form(cookie, Buffer.alloc(PICTURE_BYTES_MAX * 2), avatarsDoor))
  expect(answer.headers.get('location')).toMatch(/\/me\/profile#refused$/)
})
