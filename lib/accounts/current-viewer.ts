import 'server-only'
import { io } from 'next/cache'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { sessionCookieName, type Viewer, viewerOf } from './viewer'

/** The viewer of a private page. Public pages never ask: they are the same for everyone. */
export async function currentViewer(): Promise<Viewer> {
  await io() // What follows belongs to one request: nothing of it is ever prepared ahead.
  return known((await cookies()).get(sessionCookieName())?.value)
}

// Several parts of one page ask; the database is asked once for each request.
const known = cache(viewerOf)
