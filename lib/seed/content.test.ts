import { expect, test } from 'vitest'
import { documents, filled } from '../documents/documents'
import { documentNames } from '../documents/names'
import { documentValues } from '../documents/values'
import { lineFaults, linesOf } from '../guides/rules'
import { pieces } from '../guides/words'
import { locales } from '../i18n/locales'
import { briefFaults, starterFaults } from './content-rules'
import { operatorFiles, starterFiles } from './files'
import { shippedContent } from './shipped'

// The rest of what we ship, by the same rules as the guides: questions of the curators, operators' short pages, the house's documents.
const [{ guides, known }, starters, operators] = await Promise.all([shippedContent(), starterFiles(), operatorFiles()])

for (const file of starters)
  test(`${file.slug}: question and answer are in order in each of their languages`, () => {
    expect(starterFaults(file, known)).toEqual([])
    expect(file.operator === null || known.targets.has(`operator:${file.operator}`)).toBe(true)
  })

test('there are about thirty starter questions, in all four original languages', () => {
  expect(starters.length).toBeGreaterThanOrEqual(30)
  expect(new Set(starters.map(({ original }) => original))).toEqual(new Set(locales))
})

test('every operator has a guide of its own or a short page, and each short page is in order', () => {
  const guided = new Set(
    guides.filter(({ bones }) => bones.task === 'operator').flatMap(({ bones }) => bones.operators),
  )
  expect(operators.filter(({ slug, brief }) => guided.has(slug) === Boolean(brief)).map(({ slug }) => slug)).toEqual([])
  expect(operators.flatMap((one) => briefFaults(one, known))).toEqual([])
})

test('the documents have the same sections and links in every language, and no line in another one', () => {
  for (const name of documentNames) {
    const shape = (locale: (typeof locales)[number]) => {
      const { sections } = documents[name][locale]
      const links = linesOf(sections).flatMap((line) =>
        pieces(line).flatMap((one) => (one.kind === 'link' ? [one.target] : [])),
      )
      return {
        sections: sections.map(({ id, items }) => [id, items.length]),
        links: [...new Set(links)].sort(),
        values: [...new Set(linesOf(sections).flatMap((line) => line.match(/\{\w+\}/g) ?? []))].sort(),
      }
    }
    for (const locale of locales) {
      const values = documentValues(locale)
      for (const line of linesOf(documents[name][locale])) expect(filled(line, values)).not.toMatch(/\{\w+\}/)
      expect(shape(locale), `${name} ${locale}`).toEqual(shape('zh'))
      const faults = linesOf(documents[name][locale]).flatMap((line) => lineFaults(line, locale))
      expect(faults.filter((fault) => /space|punctuation|Chinese word|open mark/.test(fault))).toEqual([])
    }
    expect(shape('zh').links.filter((target) => !known.targets.has(target))).toEqual([])
  }
})
