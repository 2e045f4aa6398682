import 'server-only'
import { type Trade, workApart } from '../apart/workshop'
import { Refusal } from '../refusal'

export type SquarePiece = { bytes: Uint8Array; side: number; quality: number }

// Decoders of pictures are where attackers look first: they run in a process that holds no secret and ends after five seconds.
const squaring: Trade = { program: ['dist', 'image-process.js'], timeMs: 5_000, memoryMb: 128 }
// features.md 2.8 `upload`.
const QUALITY = 75

/**
 * A member's picture made anew: the middle square of a JPEG, PNG or WebP, `side` pixels wide, as WebP without any metadata (place, camera).
 * Refuses the field `picture` with `notAPicture` for everything else, bombs and broken files included.
 */
export async function squareOf(bytes: Uint8Array, side: number): Promise<Uint8Array<ArrayBuffer>> {
  const piece: SquarePiece = { bytes, side, quality: QUALITY }
  try {
    return Uint8Array.from(await workApart<Uint8Array>(squaring, piece))
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('invalid', { picture: { code: 'notAPicture' } })
    throw error
  }
}
