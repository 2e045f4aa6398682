import 'server-only'
import { documentNames } from '../documents/names'
import { env } from '../env'
import { chapterNames } from '../facts/display'
import { operatorList } from '../facts/queries'
import { guideList } from '../guides/queries'
import { htmlLang, type Locale, locales } from '../i18n/locales'
import {
  absolute,
  badgesPath,
  checkingPath,
  documentPath,
  experiencesPath,
  factsPath,
  glossaryPath,
  guidePath,
  guidesPath,
  homePath,
  operatorFactsPath,
  operatorPath,
  operatorsPath,
  questionPath,
  questionsPath,
} from '../paths'
import { questionAddresses } from './queries'

type Address = (locale: Locale) => string

/**
 * Every public page in every language, with its translations (sitemaps.org 0.9, hreflang as in Google's guide); questions in the
 * one language in which they were written.
 */
export async function sitemapXml(): Promise<string> {
  const { publicUrl } = env()
  const pages = (await translated()).flatMap((address) => {
    const links = locales
      .map(
        (locale) =>
          `<xhtml:link rel="alternate" hreflang="${htmlLang[locale]}" href="${absolute(address(locale), publicUrl)}"/>`,
      )
      .join('')
    return locales.map((locale) => entry(absolute(address(locale), publicUrl), links))
  })
  const questions = (await questionAddresses()).map(({ locale, id, slug }) =>
    entry(absolute(questionPath(locale, id, slug), publicUrl)),
  )
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${[...pages, ...questions].join('\n')}\n</urlset>\n`
}

async function translated(): Promise<Address[]> {
  const [guides, operators] = await Promise.all([guideList('zh'), operatorList('zh')])
  return [
    ...[homePath, guidesPath, operatorsPath, questionsPath, experiencesPath, checkingPath, glossaryPath, badgesPath],
    ...documentNames.map(
      (name): Address =>
        (locale) =>
          documentPath(locale, name),
    ),
    ...guides.map(
      ({ slug }): Address =>
        (locale) =>
          guidePath(locale, slug),
    ),
    ...operators.flatMap(({ slug }): Address[] => [
      (locale) => operatorPath(locale, slug),
      (locale) => operatorFactsPath(locale, slug),
    ]),
    ...Object.values(chapterNames).map(
      (chapter): Address =>
        (locale) =>
          factsPath(locale, chapter),
    ),
  ]
}

function entry(address: string, links = ''): string {
  return `<url><loc>${address}</loc>${links}</url>`
}
