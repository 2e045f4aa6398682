import 'server-only'
import { tags } from '../cache/tags'
import { chapterNames } from '../facts/display'
import { chapterOf, operatorList, operatorPage } from '../facts/queries'
import { glossary } from '../glossary/queries'
import { plainProse } from '../guides/plain'
import { guideList } from '../guides/queries'
import { guideWithFacts } from '../guides/read'
import { type Locale, locales } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { factsPath, guidePath, operatorPath, questionPath, termPath } from '../paths'
import { latestQuestions } from '../questions/queries'
import { documents, type Place } from './documents'
import { keptUntilChange } from './gathered'

// Apart, because every vote and answer changes the questions, and the library changes with a release.
const library = keptUntilChange([tags.ledger, tags.guides], gatherLibrary)
const asked = keptUntilChange([tags.questions], questions)

/** Everything that can be found, in all languages, gathered anew when it has changed. */
export async function places(): Promise<Place[]> {
  return [...documents(), ...(await library()), ...(await asked())]
}

async function gatherLibrary(): Promise<Place[]> {
  const perLanguage = locales.map(async (locale) => [
    ...(await guides(locale)),
    ...(await operators(locale)),
    ...(await chapters(locale)),
    ...(await terms(locale)),
  ])
  return (await Promise.all(perLanguage)).flat()
}

async function guides(locale: Locale): Promise<Place[]> {
  const list = await guideList(locale)
  const all = await Promise.all(list.map(({ slug }) => guideWithFacts(slug, locale)))
  return all.flatMap((found) => {
    if (!found) return []
    const { guide, facts } = found
    const path = guidePath(locale, guide.slug)
    const say = (prose: string) => plainProse(prose, facts, locale)
    const { words } = guide
    const steps = Object.entries(words.steps).map(([id, { title, text }]) => ({
      locale,
      path: `${path}#${id}`,
      title,
      text: say(text),
    }))
    const answers = words.questions.map(({ id, question, answer }) => ({
      locale,
      path: `${path}#${id}`,
      title: say(question),
      text: say(answer),
    }))
    const whole = [
      words.lead,
      ...words.cautions,
      ...words.goesWrong.flatMap(({ problem, remedy }) => [problem, remedy]),
    ]
    const page = {
      locale,
      path,
      title: words.title,
      text: whole.map(say).join(' · '),
      alsoCalled: guide.alsoCalled.join(' · '),
    }
    return [page, ...steps, ...answers]
  })
}

async function operators(locale: Locale): Promise<Place[]> {
  const list = await operatorList(locale)
  const pages = await Promise.all(list.map(({ slug }) => operatorPage(slug, locale)))
  return pages.flatMap((operator) => {
    if (!operator) return []
    const { slug, name, alsoKnownAs, summary, facts } = operator
    const known = facts.flatMap((fact) =>
      fact.standing === 'fact' ? [{ locale, path: fact.address, title: name, text: fact.text }] : [],
    )
    return [
      { locale, path: operatorPath(locale, slug), title: name, text: [summary, ...alsoKnownAs].join(' · ') },
      ...known,
    ]
  })
}

async function chapters(locale: Locale): Promise<Place[]> {
  const names = Object.values(chapterNames)
  const read = await Promise.all(
    names.map(async (chapter) => ({ chapter, subjects: await chapterOf(chapter, locale) })),
  )
  return read.flatMap(({ chapter, subjects }) =>
    subjects.map(({ slug, name, verdict, facts }) => ({
      locale,
      path: `${factsPath(locale, chapter)}#${slug}`,
      title: `${messages[locale].facts.chapters[chapter]}: ${name}`,
      text: [verdict, ...facts.flatMap((fact) => (fact.standing === 'fact' ? [fact.text] : []))]
        .filter(Boolean)
        .join(' · '),
    })),
  )
}

async function terms(locale: Locale): Promise<Place[]> {
  return (await glossary(locale)).map(({ slug, terms, meaning }) => ({
    locale,
    path: termPath(locale, slug),
    title: `${messages[locale].nav.glossary}: ${terms[0]?.term}`,
    text: [meaning, ...terms.map(({ term }) => term)].join(' · '),
  }))
}

/** The latest questions, each in the language it was written in. */
async function questions(): Promise<Place[]> {
  return (await latestQuestions()).map(({ id, slug, locale, title, excerpt }) => ({
    locale,
    path: questionPath(locale, id, slug),
    title,
    text: excerpt,
  }))
}
