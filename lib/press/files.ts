import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

// Made by routes of their own (app/robots.txt and its neighbors).
const GENERATED = ['/robots.txt', '/sitemap.xml', '/manifest.webmanifest']

/** The addresses of all files that strangers may fetch outside the build: those of `public`, and the generated ones. */
export async function publicFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replaceAll('\\', '/'))
  return new Set([...paths, ...GENERATED])
}
