import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messages } from '../i18n/messages'
import { Handle, skeleton } from './handle'

const refusalOf = (handle: string) => Handle.safeParse(handle).error?.issues[0]?.message

test('names of people in our languages are handles', () => {
  for (const handle of ['小明', 'Zoë-2', 'jan_de_vries', '续费小能手', 'élodie', 'a1'])
    expect(refusalOf(handle), handle).toBeUndefined()
})

test('what hides, misleads or speaks for the site is refused with its reason', () => {
  const off = {
    notAHandle: [
      'аdmin',
      'a b',
      '-ab',
      'ab-',
      'a--b',
      '12345',
      'ab🙂',
      'ａ‮ｂ<',
      'Ωmega',
      'ab/..',
      'b〇b',
      'm〇derat〇r',
      '⺀⺀',
    ],
    reserved: [
      'Admin',
      'adm1n',
      'curators',
      '客服',
      'PR0XIMUS',
      'mobile-vikings',
      'official',
      '续信客服',
      'BASE官方',
      'xuxin-team',
      'adm1n-2',
      'adm丨n',
      '管理員',
      '續信',
      'proximus-help',
      'base_klantendienst',
    ],
    tooShort: ['a', '明'],
    tooLong: ['x'.repeat(21)],
    required: ['', '  ', '\u0000'],
  }
  for (const [code, handles] of Object.entries(off))
    for (const handle of handles) expect(refusalOf(handle), JSON.stringify(handle)).toBe(code)
})

test('full-width letters are the letters that they look like', () => {
  expect(Handle.parse('ｘｉａｏ')).toBe('xiao')
})

test('look-alikes have one skeleton, and a skeleton is its own', () => {
  for (const [one, other] of [
    ['paul', 'PAU1'],
    ['modern', 'modem'],
    ['zoe', 'zoë'],
    ['a-b', 'ab'],
    ['oo', '00'],
    ['vva', 'wa'],
  ] as const)
    expect(skeleton(one)).toBe(skeleton(other))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(skeleton(skeleton(text))).toBe(skeleton(text))
    }),
  )
})

test('nobody can sign as the curators do, in any language or spelling', () => {
  const signatures = Object.values(messages).map(({ posts }) => posts.curators)
  for (const name of [
    ...signatures,
    ...signatures.map((one) => one.replaceAll(' ', '-')),
    'LaRédaction',
    'rédaction',
    'redactie-xyz',
    '编辑组',
    'c-urators',
  ])
    expect(Handle.safeParse(name).success, name).toBe(false)
})
