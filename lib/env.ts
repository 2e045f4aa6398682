import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.email().optional(),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  AUTH_GITHUB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
  AUTH_APPLE_ID: z.string().optional(),
  AUTH_APPLE_TEAM: z.string().optional(),
  AUTH_APPLE_KEY_ID: z.string().optional(),
  AUTH_APPLE_KEY: z.string().transform(pemOf).refine(isPrivateKey, 'must be the text of the .p8 file').optional(),
  AUTH_APPLE_ISSUER: z.url({ protocol: /^https?$/ }).default('https://appleid.apple.com'),
  AUTH_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_OIDC_ID: z.string().optional(),
  AUTH_OIDC_SECRET: z.string().optional(),
  AUTH_OIDC_NAME: z.string().min(1).max(30).optional(),
  // The pair by which push services know this site (RFC 8292); made at the first start where none is given.
  VAPID_PUBLIC_KEY: z.string().min(80).optional(),
  VAPID_PRIVATE_KEY: z.string().min(40).optional(),
  // One more push service besides those of the browsers, by its origin: one's own, or that of the tests.
  PUSH_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  METRICS_TOKEN: z.string().min(16).optional(),
  PRESS_BYTES: z.coerce.number().int().min(1_000_000).default(64_000_000),
  SITE_NAME: z.string().min(1).max(40).default('Xuxin 续信'),
  SITE_MARK: z.string().min(1).max(2).default('续'),
  CONTACT_ADDRESS: z.email().optional(),
})

// The file that Apple gives, or only what stands between its first and last line: an environment variable may hold no line ends.
function pemOf(text: string): string {
  const body = text
    .replaceAll('\\n', '\n')
    .replace(/-----(BEGIN|END) PRIVATE KEY-----/g, '')
    .replace(/\s/g, '')
  return `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ec'
  } catch {
    return false
  }
}

// What an outside provider gives is of use only together.
const TOGETHER = [
  ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
  ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
  ['AUTH_APPLE_ID', 'AUTH_APPLE_TEAM', 'AUTH_APPLE_KEY_ID', 'AUTH_APPLE_KEY'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
] as const
const PROVIDER_ADDRESSES = ['AUTH_GITHUB_URL', 'AUTH_APPLE_ISSUER', 'AUTH_OIDC_ISSUER'] as const

const Checked = Environment.superRefine((values, { addIssue }) => {
  for (const names of TOGETHER) {
    const missing = names.filter((name) => values[name] === undefined)
    if (missing.length > 0 && missing.length < names.length)
      addIssue({
        code: 'custom',
        path: [missing[0] ?? ''],
        message: `${names.join(', ')} belong together: set all of them or none. Missing: ${missing.join(', ')}`,
      })
  }
  for (const name of PROVIDER_ADDRESSES)
    if (values[name] !== undefined && !isSafeAddress(new URL(values[name])))
      addIssue({ code: 'custom', path: [name], message: 'must begin with https:// (http:// only on this machine)' })
})

// What a provider says of somebody is believed because it comes over TLS from this address.
function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

export type Env = z.output<typeof Environment> & { publicUrl: URL; isHttps: boolean }

let parsed: Env | undefined

/** The environment, parsed once. Throws a sentence that names every variable that is off; the caller is starting up. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** After the start has put the embedded database's address and the secrets into the environment. */
export function forgetEnv() {
  parsed = undefined
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = Checked.safeParse(withoutEmpty(source))
  if (!result.success) throw new Error(`The environment is not usable.\n${z.prettifyError(result.error)}`)
  const publicUrl = new URL(result.data.PUBLIC_URL ?? `http://localhost:${result.data.PORT}`)
  return { ...result.data, publicUrl, isHttps: publicUrl.protocol === 'https:' }
}

// `PORT=` in a shell or a compose file means "not set".
function withoutEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
}
