type Level = 'info' | 'warn' | 'error'

/** One line of JSON on stderr. Never a text that a person typed, an address, a token or a cookie. */
export function log(level: Level, what: string, about: Record<string, string | number | boolean | undefined> = {}) {
  console.error(JSON.stringify({ at: new Date().toISOString(), level, what, ...about }))
}

/** What may be said of an unexpected error: its kind and its own code; a message can carry data, so only in development. */
export function causeOf(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { cause: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const isDevelopment = process.env.NODE_ENV !== 'production'
  return { cause: error.name, code, ...(isDevelopment ? { message: error.message } : {}), where: firstFrame(error) }
}

// Behind the message, which can have lines of its own.
function firstFrame({ stack = '', message }: Error) {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .find((line) => line.trim().startsWith('at '))
    ?.trim()
}
