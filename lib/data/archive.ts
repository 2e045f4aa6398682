import 'server-only'
import { ZipFile } from 'yazl'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import { holdings } from './holdings'
import { postMarkdown } from './post-markdown'
import { postFile, postsOf } from './post-rows'
import { readme } from './readme'
import type { Subject } from './subject'

type Entry = { path: string; content: string | Uint8Array }

/** Everything about somebody as one ZIP, or nothing when its texts are larger than `bytesMax`. */
export async function archiveOf(
  subject: Subject,
  locale: Locale,
  now: Date,
  bytesMax: number,
): Promise<Buffer | undefined> {
  const zip = new ZipFile()
  const packed = bytesOf(zip.outputStream)
  let size = 0
  for await (const { path, content } of entriesOf(subject, locale, now)) {
    const bytes = Buffer.from(content)
    size += bytes.byteLength
    if (size > bytesMax) return undefined
    zip.addBuffer(bytes, path, { mtime: now, mode: 0o600 })
  }
  zip.end()
  return packed
}

async function* entriesOf(subject: Subject, locale: Locale, now: Date): AsyncGenerator<Entry> {
  yield { path: 'README.txt', content: readme(locale, subject, now) }
  for (const { exported } of holdings)
    if ('file' in exported)
      yield { path: `${exported.file}.json`, content: `${JSON.stringify(await exported.rows(subject), null, 2)}\n` }
  const picture = await db().avatar.findUnique({ where: { memberId: subject.id }, select: { webp: true } })
  if (picture) yield { path: 'picture.webp', content: picture.webp }
  for await (const post of postsOf(subject.id)) yield { path: postFile(post), content: postMarkdown(post) }
}

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
