import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Chapter, chapterNames } from '../facts/display'
import { GlossaryTerm, OperatorFile, SubjectFile, slug } from '../facts/ledger-file'
import { Checklist } from '../guides/checklist-file'
import { GuideBones, type GuideFile, GuideWords } from '../guides/guide-file'
import { type Locale, locales } from '../i18n/locales'
import { StarterFile } from './starter-file'

const SEED = 'prisma/seed'

// First those that most readers hold a card of, then by name; what left the market comes last.
const FIRST = ['base', 'mobile-vikings', 'proximus', 'orange', 'lycamobile', 'digi', 'telenet', 'scarlet', 'hey']
const LAST = ['lebara', 'historic']

/** The operators of the project's ledger, in the order in which they are listed. */
export async function operatorFiles(): Promise<OperatorFile[]> {
  const names = (await readdir(join(SEED, 'operators'))).filter((name) => name.endsWith('.json'))
  const files = await Promise.all(names.map((name) => parsed(join('operators', name), OperatorFile)))
  return files.sort((one, other) => rank(one.slug) - rank(other.slug) || one.name.localeCompare(other.name))
}

/** The chapters of other subjects, by their name in the address. */
export async function chapterFiles(): Promise<Record<Chapter, SubjectFile[]>> {
  const names = Object.values(chapterNames)
  const files = names.map(async (name) => [name, await parsed(`${name}.json`, z.array(SubjectFile))])
  return Object.fromEntries(await Promise.all(files)) as Record<Chapter, SubjectFile[]>
}

/** The words of the field. */
export function glossaryFile(): Promise<GlossaryTerm[]> {
  return parsed('glossary.json', z.array(GlossaryTerm))
}

/** The curated guides with their words in every language, in the order of the library (guides.json). */
export async function guideFiles(): Promise<GuideFile[]> {
  return Promise.all((await parsed('guides.json', z.array(slug))).map(guideFile))
}

/** One guide, from its folder. */
async function guideFile(name: string): Promise<GuideFile> {
  const words = locales.map(async (locale) => [
    locale,
    await parsed(join('guides', name, `${locale}.json`), GuideWords),
  ])
  return {
    bones: await parsed(join('guides', name, 'guide.json'), GuideBones),
    words: Object.fromEntries(await Promise.all(words)) as Record<Locale, GuideWords>,
  }
}

/** The questions that the curators ask and answer themselves, by name. */
export async function starterFiles(): Promise<StarterFile[]> {
  const names = (await readdir(join(SEED, 'questions'))).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map((name) => parsed(join('questions', name), StarterFile)))
}

/** What the library must cover, and where it does. */
export function checklistFile(): Promise<Checklist> {
  return parsed('checklist.json', Checklist)
}

/** Names a content: two versions with the same hash say the same. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

function rank(slug: string): number {
  if (FIRST.includes(slug)) return FIRST.indexOf(slug)
  return FIRST.length + LAST.indexOf(slug) + 1
}

async function parsed<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(JSON.parse(await readFile(join(SEED, path), 'utf8')))
  if (!result.success) throw new Error(`${join(SEED, path)} is not in order.\n${z.prettifyError(result.error)}`)
  return result.data
}
