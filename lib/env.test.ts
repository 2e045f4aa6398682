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

test('half of what an outside provider gave stops the start, and the rest is named', () => {
  expect(() => parseEnv({ AUTH_GOOGLE_ID: 'x' })).toThrow(
    /AUTH_GOOGLE_ID, AUTH_GOOGLE_SECRET belong together.*Missing: AUTH_GOOGLE_SECRET/,
  )
  expect(() => parseEnv({ AUTH_OIDC_ISSUER: 'https://id.example', AUTH_OIDC_SECRET: 'x' })).toThrow(
    /Missing: AUTH_OIDC_ID/,
  )
  expect(() => parseEnv({ AUTH_APPLE_ID: 'x', AUTH_APPLE_KEY: 'x' })).toThrow(
    /Missing: AUTH_APPLE_TEAM, AUTH_APPLE_KEY_ID/,
  )
  expect(parseEnv({ AUTH_GITHUB_ID: 'x', AUTH_GITHUB_SECRET: 'y' }).AUTH_GITHUB_ID).toBe('x')
})

test('a provider is believed only over TLS, or on this machine', () => {
  const keys = { AUTH_OIDC_ID: 'x', AUTH_OIDC_SECRET: 'y' }
  expect(() => parseEnv({ ...keys, AUTH_OIDC_ISSUER: 'http://id.example' })).toThrow(/AUTH_OIDC_ISSUER/)
  expect(parseEnv({ ...keys, AUTH_OIDC_ISSUER: 'http://localhost:4000' }).AUTH_OIDC_ISSUER).toBe(
    'http://localhost:4000',
  )
})
