import { expect, test } from 'vitest'
import { memberPath } from '../paths'
import { pageAt } from './pages'

test('unknown parameters are dropped from the key of a public page', () => {
  expect(pageAt('/zh', '?utm=1&q=2')?.key).toBe('/zh')
})

test('an address that is no page of ours is the missing page of its language', () => {
  expect(pageAt('/fr/nothing', '')).toMatchObject({ key: '/fr/missing', locale: 'fr' })
  expect(pageAt('/fr/feedback/received', '')).toMatchObject({ key: '/fr/missing' })
})

test('what has no language of ours is no page', () => {
  for (const path of ['/', '/de/x', '/zhx', '/api/v1/feedback', '/enough']) expect(pageAt(path, '')).toBeUndefined()
})

test('a page has one key in whatever spelling it is asked for: name, parameters and their order are no part of it', () => {
  expect(pageAt('/fr/questions/12/un-nom', '?utm=1')?.key).toBe('/fr/questions/12')
  expect(pageAt('/fr/questions/12', '?x=1&after=-3_45')?.key).toBe('/fr/questions/12?after=-3_45')
  expect(pageAt('/fr/questions', '?before=7&before=8')?.key).toBe('/fr/questions?before=7')
})

test('a parameter or an id that cannot be one makes no page of its own', () => {
  for (const search of ['?after=anything', '?after=1_', '?after=1_2_3', `?after=${'9'.repeat(30)}_1`])
    expect(pageAt('/zh/questions/12', search)?.key).toBe('/zh/questions/12')
  for (const search of ['?before=x', '?before=007', '?before=1e9', '?before=99999999999'])
    expect(pageAt('/zh/questions', search)?.key).toBe('/zh/questions')
  for (const path of ['/zh/questions/012', '/zh/questions/0', '/zh/experiences/99999999999', '/zh/questions/1/2/3'])
    expect(pageAt(path, '')?.key).toBe('/zh/missing')
})

test('a handle has one spelling in an address, and what is no UTF-8 makes no page', () => {
  for (const handle of ['paul-2', 'a_b', '小明', 'zoë', '𠮷野'])
    expect(pageAt(memberPath('zh', handle), '?x=1')?.key, handle).toBe(memberPath('zh', handle))
  for (const part of [
    '%70aul',
    '%e5%b0%8f',
    'a.b',
    'a%20b',
    '%00',
    '%2F',
    '%FF%BF',
    '%E5%90',
    '%ED%A0%80',
    '%F0%80%80%80',
    '小',
  ])
    expect(pageAt(`/zh/members/${part}`, '')?.key, part).toBe('/zh/missing')
})
