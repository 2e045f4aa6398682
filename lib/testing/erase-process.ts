import { erase } from '../data/erase'

// A server process that erases one member, to be killed in the middle of it: node erase-process.mjs MEMBER ISO-INSTANT
const [member = '', at = ''] = process.argv.slice(2)
await erase(member, new Date(at))
process.exit(0)
