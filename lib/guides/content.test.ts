import { expect, test } from 'vitest'
import type { LedgerFact } from '../facts/ledger-file'
import { locales } from '../i18n/locales'
import { guideFiles, operatorFiles, subjectFile } from '../seed/files'
import { keysIn, pieces } from './words'

// What we ship is checked as it lies in the project: every figure from the ledger, every language whole, every link to something.
const chapters = (await Promise.all(['networks', 'channels', 'payments', 'law', 'numbering'].map(subjectFile))).flat()
const operators = await operatorFiles()
const ledger = new Map<string, LedgerFact>(
  [...operators, ...chapters].flatMap(({ slug, facts }) => facts.map((fact) => [`${slug}.${fact.key}`, fact] as const)),
)
const guides = await guideFiles()
const slugs = guides.map(({ bones }) => bones.slug)
const isShown = (key: string) => ['high', 'medium'].includes(ledger.get(key)?.confidence ?? '')

for (const { bones, words } of guides) {
  const { slug, parts, phrases, related } = bones
  const steps = parts.flatMap((part) => part.steps)

  test(`${slug}: every fact that it names is in the ledger, and none is put into a sentence that may not be shown`, () => {
    const listed = parts.flatMap(({ facts }) => facts).concat(steps.flatMap(({ facts }) => facts))
    expect(listed.filter((key) => !ledger.has(key))).toEqual([])
    for (const locale of locales) expect(keysIn(words[locale]).filter((key) => !isShown(key))).toEqual([])
  })

  test(`${slug}: an action fits its fact`, () => {
    const kinds = { open: ['url'], call: ['phone', 'call'], ussd: ['ussd'], sms: ['sms'], app: ['name'] }
    for (const action of steps.flatMap(({ actions }) => actions)) {
      if (action.kind === 'show') expect(phrases).toContain(action.phrase)
      else {
        const fact = ledger.get(action.fact)
        const way = fact?.kind === 'code' ? (fact.value as { way: string }).way : fact?.kind
        expect(isShown(action.fact), action.fact).toBe(true)
        expect(kinds[action.kind], action.fact).toContain(way)
      }
    }
  })

  test(`${slug}: four languages with the same parts, steps, phrases, facts and links`, () => {
    const shape = (locale: (typeof locales)[number]) => ({
      parts: Object.keys(words[locale].parts).sort(),
      steps: Object.keys(words[locale].steps).sort(),
      phrases: Object.keys(words[locale].phrases).sort(),
      facts: [...new Set(keysIn(words[locale]))].sort(),
      counts: [words[locale].cautions, words[locale].goesWrong, words[locale].questions].map(({ length }) => length),
    })
    const source = shape('zh')
    expect(source.parts).toEqual(parts.map(({ id }) => id).sort())
    expect(source.steps).toEqual(steps.map(({ id }) => id).sort())
    expect(source.phrases).toEqual([...phrases].sort())
    for (const locale of locales) expect(shape(locale), locale).toEqual(source)
  })

  test(`${slug}: no figure, address or other language's word is typed into its prose`, () => {
    for (const locale of locales) {
      const { phrases: _phrases, ...rest } = words[locale]
      for (const line of linesOf(rest)) {
        const typed = pieces(line)
          .map((piece) => (piece.kind === 'fact' ? '' : piece.text))
          .join('')
        // 3G, 4G and 5G are words; every other figure comes from the ledger.
        expect(typed.replace(/[2-5]G/g, ''), `${locale}: ${line}`).not.toMatch(/\d|https?:|www\.|\.be\b/)
        expect(typed, `${locale}: ${line}`).not.toMatch(/\{\{|\}\}|\]\(/)
        if (locale !== 'zh') expect(typed.replaceAll('续费', '')).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  test(`${slug}: every link leads to something of ours`, () => {
    const known = new Set([
      ...['ask', 'law', 'checking'],
      ...slugs.map((one) => `guide:${one}`),
      ...operators.flatMap((one) => [`operator:${one.slug}`, `facts:${one.slug}`]),
    ])
    const targets = locales.flatMap((locale) =>
      linesOf(words[locale]).flatMap((line) =>
        pieces(line).flatMap((piece) => (piece.kind === 'link' ? [piece.target] : [])),
      ),
    )
    expect(targets.filter((target) => !known.has(target))).toEqual([])
    expect(related.filter((one) => !slugs.includes(one))).toEqual([])
    expect(bones.operators.filter((one) => !operators.some((operator) => operator.slug === one))).toEqual([])
  })
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesOf) : []
}
