import 'server-only'
import { type Allowance, giveBack, take } from '../rate-limit'

// As for the codes of letters (lib/sign-in/guesses.ts). Whoever gets this far knows the mailbox, so it is said openly. With three right
// codes of a million at a time, ten tries an hour find one in about four years.
const OF_MEMBER_HOUR: Allowance = { name: 'second guess', points: 10, perSeconds: 3600 }
const OF_MEMBER_DAY: Allowance = { name: 'second guess day', points: 20, perSeconds: 86_400 }
const OF_NETWORK: Allowance = { name: 'second guess network', points: 20, perSeconds: 3600 }

/** Counts a guess before it is looked at. */
export async function countGuess(memberId: string, network: string) {
  await take(OF_NETWORK, network)
  for (const allowance of [OF_MEMBER_HOUR, OF_MEMBER_DAY]) await take(allowance, memberId)
}

/** It was the right code after all: only wrong ones count. */
export async function uncountGuess(memberId: string, network: string) {
  await giveBack(OF_NETWORK, network)
  for (const allowance of [OF_MEMBER_HOUR, OF_MEMBER_DAY]) await giveBack(allowance, memberId)
}
