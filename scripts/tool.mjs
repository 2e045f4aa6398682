// Runs one of the bundled commands (dist/*.js) after making sure that it is there: node scripts/tool.mjs NAME [arguments]
import { spawnSync } from 'node:child_process'
import { bundle, install, node } from './prepare.mjs'

const [name, ...args] = process.argv.slice(2)
install()
bundle()
const { status } = spawnSync(node(), ['--enable-source-maps', `dist/${name}.js`, ...args], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
})
process.exit(status ?? 1)
