import { afterEach, expect, test } from 'vitest'
import { forgetEnv } from '../env'
import { isPushService } from './services'

afterEach(() => {
  delete process.env.PUSH_ORIGIN
  forgetEnv()
})

test('the push services of the browsers are known', () => {
  for (const address of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])
    expect(isPushService(address), address).toBe(true)
})

const hostile = [
  'https://FCM.googleapis.com/wp/abc',
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/abc',
  'https://fcm.googleapis.com.evil.example/abc',
  'https://evil.example/fcm.googleapis.com',
  'https://evil.example#@fcm.googleapis.com/',
  'https://fcm.googleapis.com@evil.example/abc',
  'https://user:pass@fcm.googleapis.com/abc',
  'https://evil-fcm.googleapis.com/abc',
  'https://googleapis.com/abc',
  'https://storage.googleapis.com/abc',
  'https://notify.windows.com/abc',
  'https://evil.example/.notify.windows.com',
  'https://a.b.notify.windows.com/abc',
  'https://xnotify.windows.com/abc',
  'https://fcm.googleapis.com./abc',
  'https://127.0.0.1/abc',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/abc',
  'https://localhost/abc',
  'https://0x7f.1/abc',
  'http://127.0.0.1:5432/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/plain,x',
  '//fcm.googleapis.com/abc',
  'https:\\\\evil.example\\@fcm.googleapis.com',
  'https://fcm.googleapis.com\\@evil.example/',
  'https://fcm.googleapis.com%2f@evil.example/',
  '',
]

test('no other address is one, in whatever disguise: this server calls nobody whom a stranger names', () => {
  for (const address of hostile) expect(isPushService(address), address).toBe(false)
})

test('one more, that the host of the site has named, by its whole origin', () => {
  process.env.PUSH_ORIGIN = 'http://127.0.0.1:4567/ignored'
  forgetEnv()
  expect(isPushService('http://127.0.0.1:4567/abc')).toBe(true)
  for (const address of [
    'http://127.0.0.1:4568/abc',
    'https://127.0.0.1:4567/abc',
    'http://x@127.0.0.1:4567/abc',
    ...hostile,
  ])
    expect(isPushService(address), address).toBe(false)
})
