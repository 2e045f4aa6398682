// The script of the page of notifications: asks the browser for pushes, and says what it answered. Needed for that alone.
const area = document.querySelector<HTMLElement>('[data-push]')
if (area) void enliven(area)

type State = 'unsupported' | 'denied' | 'failed' | 'start'

async function enliven(area: HTMLElement) {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return show(area, 'unsupported')
  const subscription = await current().catch(() => null)
  if (subscription && (await isListed(subscription))) return show(area)
  show(area, Notification.permission === 'denied' ? 'denied' : 'start')
  stateOf(area, 'start')?.addEventListener('click', () => {
    begin(area).catch(() => show(area, 'start', 'failed'))
  })
}

async function begin(area: HTMLElement) {
  if ((await Notification.requestPermission()) !== 'granted') return show(area, 'denied')
  const { push = '', door = '' } = area.dataset
  await navigator.serviceWorker.register('/worker.js')
  const { pushManager } = await navigator.serviceWorker.ready
  // One that was made under another key of ours is of no use.
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: push })
  const { endpoint, keys = {} } = subscription.toJSON()
  const body = JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth })
  const answer = await fetch(door, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  if (!answer.ok) throw new Error(String(answer.status))
  location.hash = 'push'
  location.reload()
}

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/')
  return registration ? registration.pushManager.getSubscription() : null
}

// The list names each browser by the hash of its address; whose hash it is, that browser alone can tell.
async function isListed({ endpoint }: PushSubscription): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)))
  const hash = btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  const mark = document.querySelector<HTMLElement>(`[data-browser="${hash}"] [data-here]`)
  if (mark) mark.hidden = false
  return mark !== null
}

function show(area: HTMLElement, ...states: State[]) {
  for (const one of area.querySelectorAll<HTMLElement>('[data-state]'))
    one.hidden = !states.some((state) => state === one.dataset.state)
}

function stateOf(area: HTMLElement, state: State): HTMLElement | null {
  return area.querySelector<HTMLElement>(`[data-state="${state}"]`)
}
