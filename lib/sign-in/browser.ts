import 'server-only'
import { io } from 'next/cache'
import { cookies } from 'next/headers'
import { clock } from '../clock'
import { browserCookieName } from './cookies'
import { linkNeeds, standingOf } from './queries'

/** How far the sign-in of the browser that asks is. */
export async function currentStanding() {
  return standingOf(await browserToken(), clock())
}

/** What a link still needs in the browser that opened it. */
export async function currentLinkNeeds(link: string) {
  return linkNeeds(link, await browserToken(), clock())
}

async function browserToken(): Promise<string | undefined> {
  await io() // What follows belongs to one request.
  return (await cookies()).get(browserCookieName())?.value
}
