import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { GET } from '@/app/api/v1/exports/[id]/route'
import { POST as exportDoorway } from '@/app/api/v1/exports/route'
import { DAY_MS, EXPORT_DAYS } from '../accounts/data-terms'
import { clock, holdClock } from '../clock'
import { sweep } from '../database/sweep'
import { db } from '../db'
import { exportFile, exportsDoor } from '../doors'
import { newId } from '../ids'
import { makeMember, makeReadyExport } from '../testing/factories'
import { lettersFor } from '../testing/leaving'
import { background, makeReachable } from '../testing/news'
import { jsonRequest, someAddress } from '../testing/requests'
import { makeWholeMember } from '../testing/whole-member'
import { filesIn } from '../testing/zip'
import { exportFiles } from './files'
import { makeExport } from './make-export'
import { myExport } from './queries'

const asks = (cookie: string, headers = {}) => exportDoorway(jsonRequest(exportsDoor, {}, { cookie, headers }))
const bodyOf = async (answer: Response) => (await answer.json()) as { id: string; refusal?: { code: string } }
const keyed = () => ({ 'Idempotency-Key': newId() })

function downloads(id: string, cookie = '', headers: Record<string, string> = {}) {
  const { url, headers: common } = jsonRequest(`${exportFile(id)}?locale=fr`, {}, { cookie, address: someAddress() })
  return GET(
    new Request(url, { headers: { ...Object.fromEntries(common), 'sec-fetch-site': 'same-origin', ...headers } }),
  )
}

test('the copy holds everything that is kept, in files that explain themselves, and no secret', async () => {
  const member = await makeWholeMember()
  await db().export.deleteMany({ where: { memberId: member.id } })
  const { id } = await bodyOf(await asks(member.cookie))
  await background()
  const answer = await downloads(id, member.cookie)
  const files = await filesIn(Buffer.from(await answer.arrayBuffer()))
  const json = (name: string) => JSON.parse(files.get(`${name}.json`) ?? 'null')

  expect([...files.keys()].filter((name) => !name.startsWith('posts/')).sort()).toEqual(
    ['README.txt', 'picture.webp', ...exportFiles.map((name) => `${name}.json`)].sort(),
  )
  for (const name of exportFiles)
    expect({ name, isEmpty: [json(name)].flat().filter(Boolean).length === 0 }).toEqual({ name, isEmpty: false })
  expect(json('ways-in')[0]).toMatchObject({ kind: 'email', address: member.email })
  expect(json('former-handles')).toMatchObject([{ handle: member.before }])
  expect(json('feedback')).toMatchObject([{ replyTo: member.email }])
  expect(json('drafts')).toMatchObject([{ door: 'ask', values: { body: `signed @${member.handle}, ${member.email}` } }])
  expect(json('posts').map(({ kind }: { kind: string }) => kind)).toEqual([
    'question',
    'question',
    'comment',
    'answer',
    'experience',
  ])
  const post = files.get(json('posts')[1].file) ?? ''
  expect(post).toMatch(/^---\nid: \d+\nkind: "question"\ntitle: "nobody has answered this one"\n/)
  expect(post).toContain('hidden: "spam"')
  expect(files.get('README.txt')).toContain(`the data of ${member.handle}`)

  const all = [...files.values()].join('\n')
  const sessions = await db().session.findMany({ where: { memberId: member.id }, select: { tokenHash: true } })
  expect(sessions.filter(({ tokenHash }) => all.includes(tokenHash))).toEqual([])
  expect(all).not.toMatch(/(token|link|code|browser|guest|network|key)Hash/i)
  expect(all).not.toContain(member.other.handle)
})

test('it is sent to its owner alone, as a file, never kept by anybody between; to all others it does not exist', async () => {
  const [owner, stranger] = [await makeMember(), await makeMember({ role: 'administrator' })]
  const id = await makeReadyExport(owner.id)
  const mine = await downloads(id, owner.cookie)

  expect([mine.status, mine.headers.get('content-type'), mine.headers.get('cache-control')]).toEqual([
    200,
    'application/zip',
    'private, no-store',
  ])
  expect(mine.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-\d{4}-\d\d-\d\d\.zip"$/)
  expect((await downloads(id, stranger.cookie)).status).toBe(404)
  expect((await downloads(newId(), owner.cookie)).status).toBe(404)
  expect((await downloads('nonsense', owner.cookie)).status).toBe(404)
  expect((await downloads(id, owner.cookie, { 'sec-fetch-site': 'cross-site' })).status).toBe(404)
  const guest = await downloads(id)
  expect([guest.status, guest.headers.get('location')]).toEqual([303, '/fr/sign-in?next=%2Ffr%2Fme%2Fdata'])
})

test('asking and taking it need a fresh proof; whoever has none is led to it and comes back to the page, not to the file', async () => {
  const member = await makeMember()
  const id = await makeReadyExport(member.id)
  holdClock(new Date(clock().getTime() + 16 * 60_000))
  const [asked, taken] = [await asks(member.cookie), await downloads(id, member.cookie)]
  holdClock(undefined)
  expect((await bodyOf(asked)).refusal?.code).toBe('proveAgain')
  expect([taken.status, taken.headers.get('location')]).toEqual([
    303,
    '/fr/sign-in?next=%2Ffr%2Fme%2Fdata%23proven&again=1',
  ])
})

test('at most one a day, also of two at once; the next day a new one takes the place of the old', async () => {
  const { id: memberId, cookie } = await makeReachable()
  const answers = await Promise.all([asks(cookie, keyed()), asks(cookie, keyed()), asks(cookie, keyed())])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429])
  await background()
  expect((await bodyOf(await asks(cookie, keyed()))).refusal?.code).toBe('exportedToday')

  const [first] = await db().export.findMany({ where: { memberId } })
  const dayBefore = new Date(Date.now() - DAY_MS - 1_000)
  await db().export.updateMany({ where: { memberId }, data: { askedAt: dayBefore } })
  expect((await asks(cookie, keyed())).status).toBe(201)
  await background()
  const left = await db().export.findMany({ where: { memberId } })
  expect([left.length, left[0]?.id === first?.id, left[0]?.madeAt !== null]).toEqual([1, false, true])
})

test('it is made once however often it is tried, and its owner is told once, by a letter that holds no file', async () => {
  const { id: memberId, cookie, address } = await makeReachable('nl')
  const { id } = await bodyOf(await asks(cookie))
  await Promise.all([makeExport(id, new Date()), makeExport(id, new Date()), background()])
  await makeExport(id, new Date())

  const letters = await lettersFor(address)
  expect(letters).toMatchObject([{ template: 'account', locale: 'nl', props: { kind: 'exportReady' } }])
  expect(JSON.stringify(letters)).not.toContain(id)
  const [made] = await db().export.findMany({ where: { memberId }, include: { parts: true } })
  expect(made?.parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)).toBe(made?.bytes)
})

test('it lies ready for so many days, and is then swept away with all its parts', async () => {
  const member = await makeReachable()
  const { id } = await bodyOf(await asks(member.cookie))
  await background()
  const at = (days: number) => new Date(Date.now() + days * DAY_MS)
  const viewer = { id: member.id, handle: '', role: 'member', isSuspended: false } as const
  expect((await myExport(viewer, at(EXPORT_DAYS - 1)))?.state).toBe('ready')
  expect(await myExport(viewer, at(EXPORT_DAYS + 1))).toBeUndefined()
  await sweep({
    addressLifeDays: 9999,
    notificationLifeDays: 9999,
    givenUpDays: 9999,
    digestDays: 9999,
    now: at(EXPORT_DAYS + 1),
  })
  expect([
    await db().export.count({ where: { id } }),
    await db().exportPart.count({ where: { exportId: id } }),
  ]).toEqual([0, 0])
})

test('what is too large is not made, is said on the page, and does not use up the day', async () => {
  const member = await makeReachable()
  const { id } = await bodyOf(await asks(member.cookie, keyed()))
  await makeExport(id, new Date(), 1_000)
  const viewer = { id: member.id, handle: '', role: 'member', isSuspended: false } as const
  expect(await myExport(viewer, new Date())).toEqual({ state: 'failed' })
  expect((await asks(member.cookie, keyed())).status).toBe(201)
})

test('a large copy is stored in several pieces, and comes out whole', async () => {
  const member = await makeReachable()
  const words = () => randomBytes(14_000).toString('base64') // nothing that a ZIP could make smaller
  for (let nth = 0; nth < 90; nth += 1)
    await db().post.create({
      data: {
        kind: 'comment',
        authorId: member.id,
        locale: 'en',
        markdown: words(),
        html: '',
        renderer: 1,
        postedAt: new Date(),
      },
    })
  const { id } = await bodyOf(await asks(member.cookie))
  await background()
  expect(await db().exportPart.count({ where: { exportId: id } })).toBeGreaterThan(1)
  const files = await filesIn(Buffer.from(await (await downloads(id, member.cookie)).arrayBuffer()))
  expect([...files.keys()].filter((name) => name.startsWith('posts/')).length).toBe(90)
})
