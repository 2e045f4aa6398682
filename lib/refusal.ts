/** Every "no" that a person may read, with the HTTP status it has for a program. The sentences are in lib/i18n/messages. */
export const refusalStatus = {
  invalid: 422,
  unreadable: 400,
  tooLarge: 413,
  foreignOrigin: 403,
  signInFirst: 401,
  proveAgain: 401,
  notAllowed: 403,
  suspended: 403,
  notFound: 404,
  tooFast: 429,
  keyReused: 409,
  unavailable: 503,
  ownPost: 403,
  closed: 409,
  tooComplex: 422,
  wrongCode: 422,
  signInEnded: 410,
  otherBrowser: 403,
  handleTaken: 409,
  renamedRecently: 409,
  notYet: 403,
  enoughToday: 429,
  passkeyEnded: 410,
  passkeyUnknown: 422,
  passkeyWrong: 422,
  passkeyCopied: 403,
  noPasskeys: 409,
  tooManyPasskeys: 409,
  wrongSecondCode: 422,
  secondStepEnded: 410,
  wrongAppCode: 422,
  setUpEnded: 410,
  lastFactor: 409,
  noFactor: 409,
  cancelled: 409,
  providerFailed: 502,
  addressKnown: 409,
  otherMember: 403,
  wayTaken: 409,
  oneOfEach: 409,
  alreadyYours: 409,
  tooManyAddresses: 409,
  lastWay: 409,
  leaving: 403,
  excluded: 403,
  exportedToday: 429,
  handOverFirst: 403,
  lastAdministrator: 409,
  erasureBegun: 409,
  newerWording: 409,
} as const

export type RefusalCode = keyof typeof refusalStatus

/** What is off about one field: a code whose sentence is in `messages.fieldRefusals`, and the numbers in that sentence. */
export const fieldRefusals = [
  'required',
  'tooShort',
  'tooLong',
  'notAnAddress',
  'notAnEmail',
  'notAPage',
  'notAChoice',
  'notACode',
  'notASecondCode',
  'notAnAppCode',
  'notAHandle',
  'notAName',
  'reserved',
  'lookAlike',
  'notYourName',
  'notAMonth',
  'notAPicture',
  'tooHeavy',
  'tooManyLinks',
  'notAMember',
  'notAPushService',
  'unknown',
] as const
export type FieldRefusalCode = (typeof fieldRefusals)[number]
export type FieldRefusal = { code: FieldRefusalCode; limit?: number }

/** An expected "no". The doorway turns it into a sentence, a status and a kept draft; anything else thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly fields: Record<string, FieldRefusal> = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

export function refuseIf(condition: unknown, code: RefusalCode) {
  if (condition) throw new Refusal(code)
}

export function refuseUnless(condition: unknown, code: RefusalCode): asserts condition {
  if (!condition) throw new Refusal(code)
}
