import { expect, test } from 'vitest'
import { parseEnv } from './env'

test('nothing set is a portal on localhost', () => {
  expect(parseEnv({})).toMatchObject({
    PORT: 3000,
    DATA_DIR: '.data',
    isHttps: false,
    publicUrl: new URL('http://localhost:3000'),
  })
  expect(parseEnv({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3000)
})

test('everything that is off is named at once', () => {
  expect(() => parseEnv({ PORT: '99999', DATABASE_URL: 'mysql://x', AUTH_SECRET: 'short' })).toThrow(
    /PORT[\s\S]*DATABASE_URL[\s\S]*AUTH_SECRET|DATABASE_URL[\s\S]*PORT/,
  )
})

test('https in the public address switches secure cookies and HSTS on', () => {
  expect(parseEnv({ PUBLIC_URL: 'https://xuxin.example' }).isHttps).toBe(true)
})
