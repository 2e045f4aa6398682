import { expect, test } from 'vitest'
import { messages } from '../i18n/messages'
import { DisplayName } from './display-name'

const refusalOf = (name: unknown) => DisplayName.safeParse(name).error?.issues[0]?.message

test('names with spaces are names, written in one way; nothing is none', () => {
  for (const name of ['Zoë van Dam', '李 小明', 'Jean-Luc P', '欧阳']) expect(refusalOf(name), name).toBeUndefined()
  expect(DisplayName.parse('  Ｌｉ\u3000 \n Wei\u202e ')).toBe('Li Wei')
  for (const nothing of ['', '  \u200b', undefined]) expect(DisplayName.parse(nothing)).toBeUndefined()
})

test('what hides, misleads or speaks for the site or an operator is refused with its reason', () => {
  const off = {
    notAName: ['Раul', 'a & b', '<b>ab</b>', '12 34', 'ab🙂', 'z\u0335a\u0335lgo', '-ab', 'a  -b'],
    reserved: [
      'x u x i n',
      '续 信 客 服',
      'Adm1n',
      'site moderator',
      'Pr0ximus',
      'Proximus Service',
      'team BASE',
      'Mobile Vikings',
      ...Object.values(messages).map(({ posts }) => posts.curators),
    ],
    tooShort: ['a'],
    tooLong: ['x'.repeat(31)],
  }
  for (const [code, names] of Object.entries(off))
    for (const name of names) expect(refusalOf(name), JSON.stringify(name)).toBe(code)
  for (const value of [7, {}, ['ab'], 'x'.repeat(201)]) expect(refusalOf(value)).toBeDefined()
})
