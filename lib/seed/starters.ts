import { CURATORS } from '../accounts/curators'
import type { Tx } from '../db'
import { record } from '../events'
import { factColumns } from '../facts/columns'
import { displayed, type FactView } from '../facts/display'
import { markdownOf } from '../guides/markdown'
import { keysIn } from '../guides/words'
import { type Locale, locales } from '../i18n/locales'
import { newId } from '../ids'
import { versionIdsOf } from '../posts/about'
import { RENDERER, toHtml } from '../text/markdown'
import { contentHash, starterFiles } from './files'
import { ask, verdict } from './merge'
import type { StarterFile } from './starter-file'
import { takeBack, withdraw } from './withdrawal'

type Texts = { title: string; question: string; answer: string }
type Version = {
  file: StarterFile
  locale: Locale
  texts: Texts
  hash: string
  operatorId: string | null
  originalId: number | null
}

/**
 * Brings the questions that the curators ask and answer themselves up to the project's. Each language is a question of its own, linked
 * to the one in the original language; what the project no longer has is hidden. Returns the ids of every question that shows otherwise.
 */
export async function seedStarters(tx: Tx, now: Date): Promise<number[]> {
  const touched: number[] = []
  for (const file of await starterFiles()) touched.push(...(await seedStarter(tx, file, now)))
  touched.push(...(await withdraw(tx, await starterFiles(), now)))
  return [...new Set(touched)]
}

async function seedStarter(tx: Tx, file: StarterFile, now: Date): Promise<number[]> {
  const { slug, operator } = file
  const operatorId = operator ? (await tx.operator.findUniqueOrThrow({ where: { slug: operator } })).id : null
  const touched: number[] = []
  let originalId: number | null = null
  for (const locale of originalFirst(file)) {
    const texts = await textsOf(tx, file, locale)
    const hash = contentHash({ texts, operator, original: file.original, renderer: RENDERER })
    const version = { file, locale, texts, hash, operatorId, originalId }
    const row = await tx.starter.findUnique({ where: { slug_locale: { slug, locale } } })
    const what = verdict(row ?? undefined, hash)
    const questionId: number = row?.questionId ?? (await make(tx, version, now))
    if (what === 'update' && row) await update(tx, row, version)
    if (what === 'ask') await ask(tx, 'starter', { key: `${slug}.${locale}`, proposed: texts }, now)
    const isBack = await takeBack(tx, questionId, now)
    if (what === 'make' || what === 'update' || isBack) touched.push(questionId)
    originalId ??= questionId
  }
  // Its other languages show a link to what was touched.
  return touched.length > 0 && originalId ? [...touched, ...(await versionIdsOf(tx, originalId))] : []
}

function originalFirst({ original, versions }: StarterFile): Locale[] {
  return [original, ...locales.filter((locale) => locale !== original && versions[locale])]
}

// The facts are put in as they are now: when one of them changes, so does the text, and the next start brings it up to date.
async function textsOf(tx: Tx, { versions }: StarterFile, locale: Locale): Promise<Texts> {
  const version = versions[locale]
  if (!version) throw new Error(`a starter question has no ${locale}`)
  const where = { key: { in: keysIn(version) }, status: 'current' } as const
  const rows = await tx.fact.findMany({ where, select: factColumns })
  const facts = new Map(rows.map((row): [string, FactView] => [row.key, displayed(row, locale)]))
  const { title, question, answer } = version
  return { title, question: markdownOf(question, facts, locale), answer: markdownOf(answer, facts, locale) }
}

async function make(tx: Tx, { file, locale, texts, hash, ...links }: Version, now: Date): Promise<number> {
  const common = { authorId: CURATORS.id, locale, postedAt: now }
  const question = await tx.post.create({
    data: {
      ...{ ...common, kind: 'question', title: texts.title, ...rendered(texts.question) },
      ...{ operatorId: links.operatorId, translationOfId: links.originalId },
      question: { create: { answerCount: 1 } },
    },
    select: { id: true },
  })
  const answer = await tx.post.create({
    data: { ...common, kind: 'answer', ...rendered(texts.answer), answer: { create: { questionId: question.id } } },
    select: { id: true },
  })
  const ids = { questionId: question.id, answerId: answer.id }
  await record(tx, { kind: 'questionAsked', actorId: CURATORS.id, postId: question.id, at: now })
  await record(tx, { kind: 'answerGiven', actorId: CURATORS.id, postId: answer.id, at: now })
  await tx.starter.create({ data: { id: newId(), slug: file.slug, locale, ...ids, contentHash: hash } })
  return question.id
}

async function update(
  tx: Tx,
  { questionId, answerId }: { questionId: number; answerId: number },
  { texts, hash, operatorId, originalId }: Version,
) {
  const question = { title: texts.title, operatorId, translationOfId: originalId, ...rendered(texts.question) }
  await tx.post.update({ where: { id: questionId }, data: question, select: { id: true } })
  await tx.post.update({ where: { id: answerId }, data: rendered(texts.answer), select: { id: true } })
  await tx.starter.update({ where: { questionId }, data: { contentHash: hash }, select: { id: true } })
}

// Our own text: no need of the process that is stopped when it takes too long.
function rendered(markdown: string) {
  return { markdown, html: toHtml(markdown), renderer: RENDERER }
}
