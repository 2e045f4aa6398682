import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

// Made by routes of their own (app/robots.txt and its neighbors).
const GENERATED = ['/robots.txt', '/sitemap.xml', '/manifest.webmanifest']

/** The addresses of all files that strangers may fetch: those of `public` and of the build, and the generated ones. */
export async function servedFiles(): Promise<Set<string>> {
  const [ours, built] = await Promise.all([pathsIn('public', ''), pathsIn('.next/static', '/_next/static')])
  return new Set([...ours, ...built, ...GENERATED])
}

async function pathsIn(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => prefix + join(parentPath, name).slice(folder.length).replaceAll('\\', '/'))
}
