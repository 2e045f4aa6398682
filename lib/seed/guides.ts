import { isDeepStrictEqual } from 'node:util'
import { CURATORS } from '../accounts/curators'
import { json, type Tx } from '../db'
import { record } from '../events'
import type { GuideBones, GuideWords } from '../guides/guide-file'
import { keysIn } from '../guides/words'
import { type Locale, locales } from '../i18n/locales'
import { newId } from '../ids'
import { contentHash, guideFiles } from './files'
import { ask, verdict } from './merge'

const SOURCE: Locale = 'zh'

/** Brings the curated guides up to the project's. Each language version is a post of the curators, linked to the Chinese one. */
export async function seedGuides(tx: Tx, now: Date): Promise<number> {
  let count = 0
  for (const [position, { bones, words }] of (await guideFiles()).entries()) {
    const { slug } = bones
    const hash = contentHash({ bones, words, position })
    const row = await known(tx, bones)
    const what = verdict(row ?? undefined, hash)
    if (what === 'leave') continue
    if (what === 'ask') {
      await ask(tx, 'guide', { key: slug, proposed: { bones, words } }, now)
      continue
    }
    const id = row?.id ?? newId()
    const before = row && (await saidBy(tx, id))
    const data = { ...columns(bones, words), position, contentHash: hash }
    await tx.guide.upsert({
      where: { id },
      create: { id, slug, ...data },
      update: { slug, ...data },
      select: { id: true },
    })
    await putSteps(tx, id, bones)
    await putOperators(tx, id, bones)
    const postId = await putVersions(tx, id, words, now)
    if (before && !isDeepStrictEqual(before, await saidBy(tx, id)))
      await record(tx, { kind: 'guideChanged', actorId: CURATORS.id, postId, at: now })
    count += 1
  }
  return count
}

const kept = { id: true, contentHash: true, editedAt: true } as const

// What its readers read: another place in the list is no change to them.
function saidBy(tx: Tx, id: string) {
  return tx.guide.findUnique({
    where: { id },
    select: { parts: true, versions: { select: { locale: true, words: true }, orderBy: { locale: 'asc' } } },
  })
}

// A guide that is called otherwise now is the same guide. Where both names are there (an older release ran in between), the old one goes.
async function known(tx: Tx, { slug, formerSlugs }: GuideBones) {
  const row = await tx.guide.findUnique({ where: { slug }, select: kept })
  const former = { slug: { in: formerSlugs } }
  if (!row) return tx.guide.findFirst({ where: former, select: kept })
  await tx.post.deleteMany({ where: { guideVersion: { guide: former } } })
  await tx.guide.deleteMany({ where: former })
  return row
}

function columns(bones: GuideBones, words: Record<Locale, GuideWords>) {
  const { task, parts, verifiedOn, reviewDays } = bones
  const { phrases, related, terms, alsoCalled, formerSlugs } = bones
  const inline = locales.flatMap((locale) => keysIn(words[locale]))
  const listed = parts.flatMap((part) => [...part.facts, ...part.steps.flatMap(keysOfStep)])
  const factKeys = [...new Set([...listed, ...inline])].sort()
  const lists = { phrases, related, terms, alsoCalled, formerSlugs, factKeys }
  return { task, parts: json(parts), ...lists, verifiedOn: new Date(verifiedOn), reviewDays }
}

function keysOfStep({ facts, actions }: GuideBones['parts'][number]['steps'][number]): string[] {
  return [...facts, ...actions.flatMap((action) => ('fact' in action ? [action.fact] : []))]
}

async function putSteps(tx: Tx, guideId: string, { parts }: GuideBones) {
  const keys = parts.flatMap(({ steps }) => steps.map(({ id }) => id))
  await tx.guideStep.deleteMany({ where: { guideId, key: { notIn: keys } } })
  for (const [position, key] of keys.entries())
    await tx.guideStep.upsert({
      where: { guideId_key: { guideId, key } },
      create: { id: newId(), guideId, key, position },
      update: { position },
      select: { id: true },
    })
}

async function putOperators(tx: Tx, guideId: string, { operators }: GuideBones) {
  await tx.guideOperator.deleteMany({ where: { guideId } })
  const rows = await tx.operator.findMany({ where: { slug: { in: operators } }, select: { id: true } })
  await tx.guideOperator.createMany({ data: rows.map(({ id }) => ({ guideId, operatorId: id })) })
}

async function putVersions(tx: Tx, guideId: string, words: Record<Locale, GuideWords>, now: Date): Promise<number> {
  let sourceId = 0
  for (const locale of [SOURCE, ...locales.filter((one) => one !== SOURCE)]) {
    const { title } = words[locale]
    const known = await tx.guideVersion.findUnique({
      where: { guideId_locale: { guideId, locale } },
      select: { postId: true },
    })
    const postId: number =
      known?.postId ??
      (
        await tx.post.create({
          data: {
            kind: 'guide',
            authorId: CURATORS.id,
            locale,
            title,
            translationOfId: sourceId || null,
            postedAt: now,
          },
          select: { id: true },
        })
      ).id
    await tx.post.update({ where: { id: postId }, data: { title }, select: { id: true } })
    await tx.guideVersion.upsert({
      where: { postId },
      create: { postId, guideId, locale, words: json(words[locale]) },
      update: { words: json(words[locale]) },
      select: { postId: true },
    })
    sourceId ||= postId
  }
  return sourceId
}
