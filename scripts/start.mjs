// npm start: install, bundle, build what changed, then keep one server running until Ctrl-C. `--dev` watches instead of building.
import { spawn } from 'node:child_process'
import { build, bundle, install, node } from './prepare.mjs'
import { serverFlags } from './server-flags.mjs'

const RESTARTS_PER_MINUTE = 5

const isDev = process.argv.includes('--dev')
const started = Date.now()
const falls = []
let isStopping = false

console.log('Starting the portal')
install()
bundle()
if (!isDev) build()
serve()

function serve() {
  let isReady = false
  const server = spawn(
    node(),
    [...(isDev ? ['--enable-source-maps'] : serverFlags), 'dist/server.js', ...process.argv.slice(2)],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_ENV: isDev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  server.on('message', ({ ready }) => {
    isReady = true
    console.log(`\n  Ready in ${((Date.now() - started) / 1000).toFixed(1)} s: ${ready}\n  Stop with Ctrl-C.\n`)
  })
  server.on('exit', (code, signal) => {
    if (isStopping || !isReady || code === 0) process.exit(code ?? 0)
    again(signal ?? `code ${code}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      isStopping = true
      server.kill('SIGTERM')
    })
  }
}

// A server that was killed is started again, but one that keeps falling is left down, so that somebody looks.
function again(why) {
  falls.push(Date.now())
  if (falls.filter((at) => at > Date.now() - 60_000).length > RESTARTS_PER_MINUTE) {
    console.error(`The server fell again and again (${why}). Its last lines are above.`)
    process.exit(1)
  }
  console.error(`The server fell (${why}); starting it again.`)
  serve()
}
