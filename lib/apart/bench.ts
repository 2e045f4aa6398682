/**
 * The other end of workshop.ts: answers each piece that arrives; nothing (`undefined`) refuses it. When the server goes, its channel
 * closes, nothing is left to wait for, and this process ends.
 */
export function workOn<Piece>(work: (piece: Piece) => unknown) {
  process.on('message', async ({ id, piece }: { id: number; piece: Piece }) => {
    process.send?.({ id, result: await work(piece) })
  })
  process.send?.('up')
}
