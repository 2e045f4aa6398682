import { CURATORS } from '../accounts/curators'
import type { Tx } from '../db'
import { record } from '../events'
import { factColumns } from '../facts/columns'
import { displayed, type FactView } from '../facts/display'
import { markdownOf } from '../guides/markdown'
import { keysIn } from '../guides/words'
import { type Locale, locales } from '../i18n/locales'
import { newId } from '../ids'
import { RENDERER, toHtml } from '../text/markdown'
import { contentHash, starterFiles } from './files'
import { ask, verdict } from './merge'
import type { StarterFile } from './starter-file'

type Texts = { title: string; question: string; answer: string }
type Version = { file: StarterFile; locale: Locale; texts: Texts; hash: string; originalId: number | undefined }

/**
 * Brings the questions that the curators ask and answer themselves up to the project's. Each language is a question of its own, linked
 * to the one in the original language. Returns the ids of the questions that were made or changed.
 */
export async function seedStarters(tx: Tx, now: Date): Promise<number[]> {
  const files = await starterFiles()
  const touched: number[] = []
  for (const file of files) {
    let originalId: number | undefined
    for (const locale of originalFirst(file)) {
      const texts = await textsOf(tx, file, locale)
      const hash = contentHash({ texts, operator: file.operator })
      const version = { file, locale, texts, hash, originalId }
      const row = await tx.starter.findUnique({ where: { slug_locale: { slug: file.slug, locale } } })
      const what = verdict(row ?? undefined, hash)
      const questionId = row?.questionId ?? (await make(tx, version, now))
      if (what === 'update' && row) await update(tx, row, version)
      if (what === 'ask') await ask(tx, 'starter', { key: `${file.slug}.${locale}`, proposed: texts }, now)
      if (what === 'make' || what === 'update') touched.push(questionId)
      originalId ??= questionId
    }
  }
  return touched
}

function originalFirst({ original, versions }: StarterFile): Locale[] {
  return [original, ...locales.filter((locale) => locale !== original && versions[locale])]
}

// The facts are put in as they are now: when one of them changes, so does the text, and the next start brings it up to date.
async function textsOf(tx: Tx, { versions }: StarterFile, locale: Locale): Promise<Texts> {
  const version = versions[locale]
  if (!version) throw new Error(`a starter question has no ${locale}`)
  const rows = await tx.fact.findMany({ where: { key: { in: keysIn(version) } }, select: factColumns })
  const facts = new Map(rows.map((row): [string, FactView] => [row.key, displayed(row, locale)]))
  const { title, question, answer } = version
  return { title, question: markdownOf(question, facts, locale), answer: markdownOf(answer, facts, locale) }
}

async function make(tx: Tx, { file, locale, texts, hash, originalId }: Version, now: Date): Promise<number> {
  const operator = file.operator
    ? await tx.operator.findUniqueOrThrow({ where: { slug: file.operator }, select: { id: true } })
    : undefined
  const common = { authorId: CURATORS.id, locale, postedAt: now }
  const question = await tx.post.create({
    data: {
      ...{ ...common, kind: 'question', title: texts.title, ...rendered(texts.question) },
      ...{ operatorId: operator?.id ?? null, translationOfId: originalId ?? null },
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

async function update(tx: Tx, row: { questionId: number; answerId: number }, { texts, hash }: Version) {
  const { questionId, answerId } = row
  const question = { title: texts.title, ...rendered(texts.question) }
  await tx.post.update({ where: { id: questionId }, data: question, select: { id: true } })
  await tx.post.update({ where: { id: answerId }, data: rendered(texts.answer), select: { id: true } })
  await tx.starter.update({ where: { questionId }, data: { contentHash: hash }, select: { id: true } })
}

// Our own text: no need of the worker that stops what takes too long.
function rendered(markdown: string) {
  return { markdown, html: toHtml(markdown), renderer: RENDERER }
}
