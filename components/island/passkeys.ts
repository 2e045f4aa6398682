import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

// The script of the pages with passkeys: asks the browser, and sends its answer with the plain form. `npm start` bundles it into
// public/passkeys.js. Until it runs, the page shows a sentence in the place of the button (components/second-factor/passkey-form.tsx).
for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) enliven(place)

function enliven(place: HTMLElement) {
  const form = place.querySelector('form')
  const otherwise = place.querySelector<HTMLElement>('[data-otherwise]')
  if (!form || !otherwise || !browserSupportsWebAuthn()) return
  form.hidden = false
  otherwise.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void press(place, form)
  })
}

async function press(place: HTMLElement, form: HTMLFormElement) {
  const button = form.querySelector('button')
  if (button?.disabled) return // a second tap on the same button
  if (button) button.disabled = true
  say(place, '')
  try {
    const challenge = await challengeFor(place.dataset.passkey ?? '')
    // Whoever has to sign in first, or once more, is led there by the plain form.
    if (challenge !== undefined) fill(form, JSON.stringify(await ask(place, challenge)))
    form.submit()
  } catch (error) {
    say(place, sentenceFor(place, error))
    if (button) button.disabled = false
  }
}

class Refused extends Error {}

async function challengeFor(purpose: string): Promise<string | undefined> {
  const answer = await fetch('/api/v1/passkeys/challenges', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ purpose }),
  })
  const { id, refusal }: { id?: string; refusal?: { message: string } } = await answer.json()
  if (answer.status === 401) return undefined
  if (!id) throw new Refused(refusal?.message)
  return id
}

function ask(place: HTMLElement, challenge: string): Promise<unknown> {
  const optionsJSON = { ...JSON.parse(place.dataset.options ?? '{}'), challenge }
  return place.dataset.passkey === 'add' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
}

function fill(form: HTMLFormElement, response: string) {
  const field = form.querySelector<HTMLInputElement>('input[name=response]')
  if (field) field.value = response
}

function say(place: HTMLElement, sentence: string) {
  const said = place.querySelector<HTMLElement>('[role=alert]')
  if (said) said.textContent = sentence
}

// What the browser asked was not confirmed, or was not possible; what we refused says so itself, in the reader's language.
function sentenceFor(place: HTMLElement, error: unknown): string {
  if (error instanceof Refused && error.message) return error.message
  const { cancelled = '', already = '', failed = '' } = place.dataset
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return already || failed
  return name === 'NotAllowedError' || name === 'AbortError' ? cancelled : failed
}
