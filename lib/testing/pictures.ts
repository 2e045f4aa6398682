import sharp from 'sharp'

/** A synthetic picture, with a camera's and a place's metadata in it. */
export function makePicture(
  kind: 'png' | 'jpeg' | 'webp' | 'gif',
  { width = 320, height = 200, background = '#286' } = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Make: 'synthetic camera' }, IFD3: { GPSLatitude: '50/1 51/1 0/1', GPSLatitudeRef: 'N' } })
    .toFormat(kind)
    .toBuffer()
}
