// What Node is started with, wherever the server is. V8 lets its heap grow with the machine's memory, not with what it needs: on a large
// one the server came to 900 MB after a minute of searches, with this limit it stays under 600 and does the same. HEAP_MB raises it.
const HEAP_MB = Number(process.env.HEAP_MB ?? 384)

export const serverFlags = ['--enable-source-maps', `--max-old-space-size=${HEAP_MB}`]
