import 'server-only'
import { type Allowance, giveBack, take } from '../rate-limit'
import { Refusal } from '../refusal'
import { keyedHash } from '../secrets'

// Wrong codes, over all letters to one address: two letters' worth an hour. A year of guessing finds one code in about 140 addresses
// (a million codes), and the link of the letter still signs in whoever the guessing is aimed at.
const OF_ADDRESS_HOUR: Allowance = { name: 'guess address', points: 10, perSeconds: 3600 }
const OF_ADDRESS_DAY: Allowance = { name: 'guess address day', points: 20, perSeconds: 86_400 }
// From one network, at whatever addresses (features.md, row 160: Question2Answer allows 20 an hour).
const OF_NETWORK: Allowance = { name: 'guess network', points: 20, perSeconds: 3600 }

type Guess = { address: string; network: string }

/**
 * Counts a guess before it is looked at. What a network has used up is said openly; what an address has used up looks like any
 * sign-in that has ended: to say more would tell a stranger that somebody else is signing in there.
 */
export async function countGuess({ address, network }: Guess) {
  await take(OF_NETWORK, network)
  try {
    for (const allowance of [OF_ADDRESS_HOUR, OF_ADDRESS_DAY]) await take(allowance, nameOf(address))
  } catch (error) {
    throw error instanceof Refusal ? new Refusal('signInEnded') : error
  }
}

/** It was the right code after all: only wrong ones count. */
export async function uncountGuess({ address, network }: Guess) {
  await giveBack(OF_NETWORK, network)
  for (const allowance of [OF_ADDRESS_HOUR, OF_ADDRESS_DAY]) await giveBack(allowance, nameOf(address))
}

function nameOf(address: string): string {
  return keyedHash('sign-in address', address)
}
