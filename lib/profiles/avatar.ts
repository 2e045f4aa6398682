import 'server-only'
import { createHash } from 'node:crypto'
import { refuseUnlessMember, refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { squareOf } from '../images/square'
import { myProfilePath, PICTURED } from '../paths'
import { changed } from '../write'
import type { AvatarInput, RemoveAvatarInput } from './schema'

/** Pixels: a quarter of a phone's width at three dots per pixel. */
export const AVATAR_SIDE = 240

type Picture = Uint8Array<ArrayBuffer>

/** What the door does before its transaction: makes the picture of whoever may write at all anew. */
export async function squared(viewer: Viewer, { picture }: AvatarInput): Promise<Picture> {
  refuseUnlessMember(viewer)
  return squareOf(picture, AVATAR_SIDE)
}

/** Puts a picture in the place of the drawing. Refuses guests, suspended members, and what is no picture. */
export async function saveAvatar(viewer: Viewer, _input: AvatarInput, setting: Setting, webp: Picture): Promise<Done> {
  refuseUnlessMember(viewer)
  const { tx, now } = setting
  const said = { webp, name: nameOf(viewer.id, webp), savedAt: now }
  await tx.avatar.upsert({
    where: { memberId: viewer.id },
    create: { memberId: viewer.id, ...said },
    update: said,
    select: { memberId: true },
  })
  return told(viewer.id, 'avatarSaved', setting)
}

/** Takes the picture away: the drawing is back. Also for whoever is suspended: it is theirs. */
export async function removeAvatar(viewer: Viewer, _input: RemoveAvatarInput, setting: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  await setting.tx.avatar.deleteMany({ where: { memberId: viewer.id } })
  return told(viewer.id, 'avatarRemoved', setting)
}

/** The picture at this address. Nothing of whoever is suspended now, as on their page. */
export async function avatarNamed(name: string, now: Date): Promise<Picture | undefined> {
  const inForce = { startedAt: { lte: now }, liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const found = await db().avatar.findFirst({
    where: { name, member: { suspensions: { none: inForce } } },
    select: { webp: true },
  })
  return found?.webp
}

async function told(id: string, kind: 'avatarSaved' | 'avatarRemoved', { tx, now, locale }: Setting): Promise<Done> {
  await record(tx, { kind, actorId: id, at: now })
  await changed(tx, [tags.member(id)])
  return { id, path: `${myProfilePath(locale)}#${PICTURED}` }
}

// Another picture has another address, so that a browser may keep each; nothing leads from it back to the member.
function nameOf(memberId: string, webp: Picture): string {
  return createHash('sha256').update(memberId).update(webp).digest('base64url').slice(0, 22)
}
