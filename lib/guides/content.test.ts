import { expect, test } from 'vitest'
import { locales } from '../i18n/locales'
import { shippedContent } from '../seed/shipped'
import { anchorsOf, faultsOf, lineFaults } from './rules'

// What we ship is checked as it lies in the project: every figure from the ledger, every language whole, every link to something.
const { guides, known } = await shippedContent()

for (const guide of guides)
  test(`${guide.bones.slug}: is in order in four languages`, () => {
    expect(faultsOf(guide, known)).toEqual([])
  })

test('a guide leads to official pages only', () => {
  const opened = guides.flatMap(({ bones }) =>
    bones.parts.flatMap(({ steps }) => steps.flatMap(({ actions }) => actions.filter(({ kind }) => kind === 'open'))),
  )
  const hosts = opened.map((action) => new URL(urlOf('fact' in action ? action.fact : '')).hostname)
  expect(hosts.length).toBeGreaterThan(0)
  expect(
    hosts.filter((host) => !OFFICIAL.some((official) => host === official || host.endsWith(`.${official}`))),
  ).toEqual([])
})

test('every guide is reached from another one, and every former name is nobody’s present one', () => {
  const slugs = guides.map(({ bones }) => bones.slug)
  const led = new Set(guides.flatMap(({ bones }) => bones.related))
  expect(slugs.filter((slug) => !led.has(slug))).toEqual([])
  expect(guides.flatMap(({ bones }) => bones.formerSlugs).filter((former) => slugs.includes(former))).toEqual([])
})

test('the rules find what they are for', () => {
  const [first] = guides
  if (!first) throw new Error('no guide')
  const broken = structuredClone(first)
  const [step = ''] = Object.keys(broken.words.zh.steps)
  const said = (text: string) => {
    for (const locale of locales) Object.assign(broken.words[locale].steps[step] ?? {}, { text })
    return faultsOf(broken, known).join('\n')
  }
  expect(said('{{proximus.number-validity}}')).toContain('may not stand in a sentence')
  expect(said('{{base.no-such-fact}}')).toContain('may not stand in a sentence')
  expect(said('[there](guide:nowhere)')).toContain('leads nowhere')
  expect(said(`[there](guide:${first.bones.slug}#nowhere)`)).toContain('leads nowhere')
  for (const line of ['12 months', 'eighteen months', 'www.example.org', 'a 充值 b'])
    expect(lineFaults(line, 'en'), line).not.toEqual([])
  for (const line of ['十八个月', '号码BASE', '两年', 'PUK码']) expect(lineFaults(line, 'zh'), line).not.toEqual([])
  for (const line of ['dix-huit mois', 'Pourquoi ?']) expect(lineFaults(line, 'fr'), line).not.toEqual([])
  expect(lineFaults('achttien maanden', 'nl')).not.toEqual([])
  expect(said('Perhaps it comes.')).toContain('does not say who knows')
  expect(anchorsOf(first)).toContain(step)
})

// Hosts of operators, regulator, ombudsman and government: those to which a step may send a reader.
const OFFICIAL = [
  'base.be',
  'mobilevikings.be',
  'proximus.be',
  'orange.be',
  'lycamobile.be',
  'telenet.be',
  'scarlet.be',
  'digi-belgium.be',
  'heytelecom.be',
  'bipt.be',
  'ibpt.be',
  'ombudsmantelecom.be',
  'mediateurtelecom.be',
  'safeonweb.be',
  'bestetarief.be',
  'meilleurtarif.be',
  'besttariff.be',
]

function urlOf(key: string): string {
  const value = known.ledger.get(key)?.value as { url: string } | undefined
  return value?.url ?? ''
}
