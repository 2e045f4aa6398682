import { createHash } from 'node:crypto'
import { contentSecurityPolicy } from './headers'
import type { Scripts } from './pages'

/** One `<script>` element as the HTML parser sees it: attributes may hold `>` in quotes, the content ends at `</script`. */
const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/script\s*>/gi
const SCRIPT_PRELOAD =
  /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*(?:\bas="script"|\brel="modulepreload"))[^>]*>/gi
const STATUS = /<meta name="x-status" content="(\d{3})"\s*\/?>/
// Only a page of ours can be where another has gone (components/layout/moved-to.tsx).
const LOCATION = /<meta name="x-location" content="(\/[a-z]{2}\/[\w/%-]+)"\s*\/?>/
const DATA_BLOCK = /\btype="application\/(?:ld\+)?json"/
// Our small scripts (components/layout/island.tsx).
const OURS = /^ src="\/(?:site|passkeys|push)\.js"/
// React's own mark where a part of the page failed and a script was to repair it.
const FAILED_PART = /<template data-(?:dgst|msg)="/

export type Finished = {
  html: string
  status: number
  location: string | undefined
  policy: string
  hasFailed: boolean
}

/**
 * Finishes a rendered page: its true status, its scripts (or none), and the policy that allows exactly those. Texts of people
 * cannot forge any of this: React and the sanitizer leave no `<` of theirs.
 */
export function finish(rendered: string, status: number, { scripts }: { scripts: Scripts }): Finished {
  const told = STATUS.exec(rendered)?.[1]
  const location = LOCATION.exec(rendered)?.[1]
  const plain = rendered.replace(STATUS, '').replace(LOCATION, '')
  return {
    html: scripts === 'framework' ? plain : withoutScripts(plain, scripts),
    status: told ? Number(told) : status,
    location,
    policy: contentSecurityPolicy(scripts === 'none' ? 'none' : scripts === 'ours' ? [] : inlineHashes(plain)),
    hasFailed: FAILED_PART.test(rendered),
  }
}

function withoutScripts(html: string, scripts: Scripts): string {
  const stays = (attributes: string) => DATA_BLOCK.test(attributes) || (scripts === 'ours' && OURS.test(attributes))
  return html
    .replace(SCRIPT, (element, attributes: string) => (stays(attributes) ? element : ''))
    .replace(SCRIPT_PRELOAD, '')
}

/** The CSP source of each inline script (CSP Level 3, section 2.3.1): the hash of exactly the characters between the tags. */
export function inlineHashes(html: string): string[] {
  const hashes = [...html.matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\bsrc=/.test(attributes) && !DATA_BLOCK.test(attributes))
    .map(([, , code = '']) => `sha256-${createHash('sha256').update(code).digest('base64')}`)
  return [...new Set(hashes)]
}
