/**
 * The other end of workshop.ts: answers the piece that arrives, one at a time; nothing (`undefined`) refuses it. When the server goes, its
 * channel closes, nothing is left to wait for, and this process ends.
 */
export function workOn<Piece>(work: (piece: Piece) => unknown) {
  process.on('message', async ({ piece }: { piece: Piece }) => {
    process.send?.({ result: await work(piece) })
  })
  process.send?.('up')
}
