type Vote = -1 | 0 | 1
type Mine = { votes?: Record<string, Vote>; own?: number[] }

/**
 * Marks what is mine on a page that is the same for everybody, and sends votes without leaving it. Asks only where somebody is
 * signed in; when anything fails, the plain form does the work.
 */
export async function enlivenVotes() {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-post]')]
  if (forms.length === 0 || !document.cookie.includes('signed-in=1')) return
  const ids = forms.map((form) => form.dataset.post).join(',')
  const answer = await fetch(`/api/v1/posts/mine?ids=${ids}`)
  if (!answer.ok) return
  const { votes = {}, own = [] }: Mine = await answer.json()
  for (const form of forms) {
    const post = form.dataset.post ?? ''
    const isMine = own.includes(Number(post))
    for (const button of buttonsOf(form)) button.disabled = isMine
    mark(form, votes[post] ?? 0)
    form.addEventListener('submit', (event) => vote(form, event))
  }
}

async function vote(form: HTMLFormElement, event: SubmitEvent) {
  const button = event.submitter
  if (!(button instanceof HTMLButtonElement)) return
  event.preventDefault()
  const value = Number(button.value) as Vote
  const before = current(form)
  show(form, value, before)
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ post: Number(form.dataset.post), value })
  const answer = await fetch(form.action, { method: 'POST', headers, body }).catch(() => undefined)
  if (answer?.ok) return
  // The plain way says why it was refused, in the reader's language.
  show(form, before, value)
  const hidden = document.createElement('input')
  Object.assign(hidden, { type: 'hidden', name: button.name, value: String(value) })
  form.append(hidden)
  form.submit()
}

function show(form: HTMLFormElement, value: Vote, before: Vote) {
  const score = form.querySelector('output')
  if (score) score.textContent = String(Number(score.textContent) + value - before)
  mark(form, value)
}

// A vote sets a value: the pressed button takes it back, the other one changes it.
function mark(form: HTMLFormElement, value: Vote) {
  form.dataset.vote = String(value)
  const [up, down] = buttonsOf(form)
  set(up, value === 1, value === 1 ? 0 : 1)
  set(down, value === -1, value === -1 ? 0 : -1)
}

function set(button: HTMLButtonElement | undefined, isPressed: boolean, next: Vote) {
  if (!button) return
  button.setAttribute('aria-pressed', String(isPressed))
  button.value = String(next)
}

function current(form: HTMLFormElement): Vote {
  return Number(form.dataset.vote ?? 0) as Vote
}

function buttonsOf(form: HTMLFormElement): HTMLButtonElement[] {
  return [...form.querySelectorAll('button')]
}
