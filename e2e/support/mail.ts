import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import PostalMime from 'postal-mime'
import { portalDataDir } from './test'

export type SignInLetter = { subject: string; text: string; html: string; code: string; link: string }

/** The newest letter to this address in the portal's outbox, once it is there. */
export async function letterTo(address: string): Promise<SignInLetter> {
  let letter: SignInLetter | undefined
  await expect
    .poll(async () => {
      letter = (await lettersTo(address)).at(-1)
      return letter
    })
    .toBeDefined()
  if (!letter) throw new Error('no letter')
  return letter
}

/** Every letter to this address, in the order in which they were written. */
export async function lettersTo(address: string): Promise<SignInLetter[]> {
  const folder = join(portalDataDir(), 'outbox')
  const names = await readdir(folder).catch(() => [])
  const letters = []
  for (const name of names.filter((one) => one.endsWith('.eml')).sort()) {
    const { to, subject = '', text = '', html = '' } = await PostalMime.parse(await readFile(join(folder, name)))
    if (to?.[0]?.address !== address) continue
    letters.push({
      subject,
      text,
      html,
      code: /\b\d{6}\b/.exec(text)?.[0] ?? '',
      link: /https?:\S+\/sign-in\/link\/[\w-]+/.exec(text)?.[0] ?? '',
    })
  }
  return letters
}
