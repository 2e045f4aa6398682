import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as avatarDoorway } from '@/app/api/v1/avatars/route'
import { POST as experienceDoorway } from '@/app/api/v1/experiences/route'
import { POST as feedbackDoorway } from '@/app/api/v1/feedback/route'
import { POST as flagDoorway } from '@/app/api/v1/flags/route'
import { POST as handleDoorway } from '@/app/api/v1/handles/route'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as profileDoorway } from '@/app/api/v1/profiles/route'
import { POST as questionDoorway } from '@/app/api/v1/questions/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as voteDoorway } from '@/app/api/v1/votes/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import {
  acceptancesDoor,
  avatarsDoor,
  choicesDoor,
  experiencesDoor,
  feedbackDoor,
  flagsDoor,
  handlesDoor,
  profilesDoor,
  questionsDoor,
  removalsDoor,
  votesDoor,
} from '../doors'
import { monthsUntil } from '../experiences/schema'
import { newId } from '../ids'
import { givePasskey, makeFlair, makeMember, makeReadyExport, makeSubjects, makeWaysIn } from './factories'
import { answers, asks, background, comments, follows } from './news'
import { makePicture } from './pictures'
import { makePushSubscription } from './reach'
import { formRequest, jsonRequest } from './requests'
import { askToSignIn, newAccount } from './sign-in'

/** A member who has done everything that one can do here, through the doors; with the words by which they could be found. */
export async function makeWholeMember() {
  const account = await newAccount()
  const [, token = ''] = account.session.split('=')
  const viewer = await viewerOf(token)
  if (viewer.id === null) throw new Error('nobody has joined')
  const { id } = viewer
  // Whoever is new may not write so many links.
  await db().member.update({ where: { id }, data: { level: 'member' }, select: { id: true } })
  const cookie = account.session
  const { email } = account
  const [before, handle] = [viewer.handle, `renamed-${id.slice(-8)}`]
  const name = `Display ${id.slice(-6)}`
  const send = (door: (request: Request) => Promise<Response>, path: string, body: unknown) =>
    sent(door(jsonRequest(path, body, { cookie })))

  await send(handleDoorway, handlesDoor, { handle })
  const { operator, channel, payment } = await makeSubjects()
  await send(profileDoorway, profilesDoor, {
    name,
    body: `I am ${handle}, write to ${email}`,
    operators: [operator],
    languages: ['en'],
  })

  const [other, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })]
  const me = { id, handle, token, cookie }
  const signed = `signed @${handle}, ${email}`
  const question = await asks(me, { title: `a question ${signed}`, operator })
  const alone = await asks(me, { title: 'nobody has answered this one', operator })
  const theirs = await answers(other, question, 'the answer of somebody else')
  await comments(me, theirs)
  await send(acceptDoorway, acceptancesDoor, { question, answer: theirs })
  const elsewhere = await asks(other)
  const answer = await answers(me, elsewhere, `my answer, ${signed}`)
  await comments(other, answer, `thank you @${handle}, and @${before}`)
  const told = { operator, channel, payment, outcome: 'worked', month: monthsUntil(new Date())[0], body: signed }
  const experience = await send(experienceDoorway, experiencesDoor, told)
  await send(voteDoorway, votesDoor, { post: elsewhere, value: 1 })
  await send(flagDoorway, flagsDoor, { post: elsewhere, reason: 'other', text: `says ${handle}` })
  await follows(me, { operator })
  await send(choicesDoorway, choicesDoor, { letters: 'fr', mail: ['answerToMine'], digest: 'daily' })
  await send(avatarDoorway, avatarsDoor, { picture: (await makePicture('png')).toString('base64') })
  await follows(other, { member: handle })
  await givePasskey(id)
  await makeWaysIn(id)
  await sent(voteDoorway(jsonRequest(votesDoor, { post: question, value: 1 }, { cookie: other.cookie })))
  await makeRest(id, email)
  await send(feedbackDoorway, feedbackDoor, {
    kind: 'idea',
    text: `${handle} at ${email}`,
    replyTo: email,
  })
  const note = { reason: 'spam', note: `dear ${handle}` }
  await sent(hideDoorway(jsonRequest(removalsDoor, { post: alone, ...note }, { cookie: moderator.cookie })))
  await background(new Date(), { withStanding: true })

  await questionDoorway(formRequest(questionsDoor, { locale: 'en', title: '', body: signed }, { cookie })) // refused, and kept
  await askToSignIn(email) // a sign-in under way, and its letter
  const ended = new Date(Date.now() - 3_600_000)
  await db().suspension.create({
    data: {
      id: newId(),
      memberId: id,
      reason: `warned ${handle}`,
      startedAt: new Date(0),
      endsAt: ended,
      liftedAt: ended,
    },
  })
  await makeReadyExport(id)
  const posts = { question, alone, theirs, elsewhere, answer, experience: Number(experience.id) }
  return {
    ...me,
    email: email,
    before,
    name,
    posts,
    other,
    moderator,
    words: [email, `new-${email}`, handle, before, name],
  }
}

// What no door makes at once.
async function makeRest(memberId: string, email: string) {
  const now = new Date()
  const ended = new Date(now.getTime() + 600_000)
  await db().authenticatorApp.create({
    data: { id: newId(), memberId, sealed: new Uint8Array(1), madeAt: now, provenAt: now },
  })
  await db().newAddress.create({
    data: {
      id: newId(),
      memberId,
      address: `new-${email}`,
      linkHash: newId(),
      codeHash: newId(),
      startedAt: now,
      expiresAt: ended,
    },
  })
  await db().digest.create({ data: { memberId, day: now, madeAt: now } })
  await makePushSubscription(memberId)
  await makeFlair(memberId)
}

async function sent(answering: Promise<Response>): Promise<{ id: string }> {
  const answer = await answering
  if (answer.status !== 201) throw new Error(`refused: ${await answer.text()}`)
  return answer.json() as Promise<{ id: string }>
}
