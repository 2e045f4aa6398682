import type { Locale } from './locales'
import type { Messages } from './messages'

declare module 'next-intl' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the library's
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
