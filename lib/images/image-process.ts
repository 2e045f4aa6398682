import sharp from 'sharp'
import { workOn } from '../apart/bench'
import type { SquarePiece } from './square'

// What a camera or a screenshot gives. Every other reader of libvips stays shut: SVG, PDF and the like are programs, not pictures.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

// The largest photos of telephones; more is a bomb (features.md 2.8 `upload` limits bytes, and a few of them may unpack to gigabytes).
const PIXELS_MAX = 64_000_000

// Nothing but the picture itself comes out: sharp leaves every kind of metadata behind unless asked.
workOn(async ({ bytes, side, quality }: SquarePiece) => {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 })
    const square = picture.autoOrient().resize(side, side, { fit: 'cover' }).webp({ quality })
    return new Uint8Array(await square.toBuffer())
  } catch {
    return undefined
  }
})
