import 'server-only'
import { cookies } from 'next/headers'
import { sessionCookieName, type Viewer, viewerOf } from './viewer'

/** The viewer of a private page. Public pages never ask: they are the same for everyone. */
export async function currentViewer(): Promise<Viewer> {
  return viewerOf((await cookies()).get(sessionCookieName())?.value)
}
