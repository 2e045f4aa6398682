import { acceptedLocale } from '@/lib/door/read'
import { sentencesFor } from '@/lib/i18n/sentences'
import { Refusal, refusalStatus } from '@/lib/refusal'

/** An address under /api that does not exist, said in the form that a program reads. */
export function GET(request: Request) {
  const refusal = new Refusal('notFound')
  const message = sentencesFor(acceptedLocale(request.headers)).refusal(refusal)
  return Response.json({ refusal: { code: refusal.code, message, fields: {} } }, { status: refusalStatus.notFound })
}
