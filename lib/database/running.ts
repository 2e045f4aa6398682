import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { commandOf, isRunning } from './processes'

const Running = z.object({ owner: z.number().int(), postgres: z.number().int(), port: z.number().int() })

/** Who runs the database of a data folder, and where it listens. Beside the data, for commands that run next to the portal. */
export type Running = z.output<typeof Running>

const fileIn = (dataDir: string) => join(dataDir, 'running.json')

export async function tellRunning(dataDir: string, running: Running) {
  await writeFile(`${fileIn(dataDir)}.new`, JSON.stringify(running), { mode: 0o600 })
  await rename(`${fileIn(dataDir)}.new`, fileIn(dataDir))
}

/** What is told, if its owner lives, is another process than this, and is one of our programs. */
export function runningElsewhere(dataDir: string): Running | undefined {
  const told = Running.safeParse(read(fileIn(dataDir)))
  if (!told.success || told.data.owner === process.pid) return undefined
  const { owner } = told.data
  return isRunning(owner) && commandOf(owner).includes('dist/') ? told.data : undefined
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
