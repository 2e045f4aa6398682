/** Phrases that look like a figure and are none, with the reason. Everything else comes from the ledger. */
export const allowedPhrases: { phrase: string; because: string }[] = [
  { phrase: '续费', because: 'the word that brings readers here; other languages explain it' },
  { phrase: '代充', because: 'what sellers call topping up for money: to be recognised, in any language' },
  { phrase: '最后一天', because: 'an idiom: at the last moment' },
]
