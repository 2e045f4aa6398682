import { expect, test } from 'vitest'
import { deviceOf } from './device'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; ABR-AL80; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0'

test('a device is the family of its browser and of its system, and nothing finer', () => {
  const iPhone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'
  const weChat = `${ANDROID} Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F37) WeChat/arm64`

  expect(deviceOf(iPhone)).toEqual({ browser: 'Safari', system: 'iOS' })
  expect(deviceOf(weChat)).toEqual({ browser: 'WeChat', system: 'Android' })
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toEqual({
    browser: 'Firefox',
    system: 'Linux',
  })
})

test('no word of a made-up header is kept', () => {
  const none = { browser: '', system: '' }
  for (const made of [
    null,
    '',
    ' ',
    'curl/8.1',
    'my-name<script>/1.0 x',
    'Generic/1 ',
    '/'.repeat(9_000),
    'a/ '.repeat(3_000),
  ])
    expect(deviceOf(made), made?.slice(0, 20)).toEqual(none)
})
