import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const Secrets = z.object({ databasePassword: z.string().min(32), authSecret: z.string().min(32) })
export type Secrets = z.output<typeof Secrets>

/** The secrets of this installation, made at the first start and readable by its owner only. */
export async function secretsOf(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return made(dataDir, file)
  await chmod(file, 0o600)
  const parsed = Secrets.safeParse(parse(text))
  if (!parsed.success)
    throw new Error(`${file} is damaged. Restore it from a backup: without it the database cannot be opened.`)
  return parsed.data
}

async function made(dataDir: string, file: string): Promise<Secrets> {
  const secrets = {
    databasePassword: randomBytes(32).toString('base64url'),
    authSecret: randomBytes(32).toString('base64url'),
  }
  await mkdir(dataDir, { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secrets
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
