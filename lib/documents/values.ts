import 'server-only'
import { UNSEEN_DAYS } from '../digest/write'
import { env } from '../env'
import { REPLY_TO_DAYS } from '../feedback/schema'
import { formatLocales, type Locale } from '../i18n/locales'
import { GIVEN_UP_DAYS } from '../mail/given-up'
import { MAIL_DELAY_MINUTES, NOTIFICATION_DAYS } from '../notifications/kinds'
import { NEW_DAYS } from '../profiles/policy'
import { HANDLE_KEPT_DAYS } from '../profiles/schema'
import { CHALLENGE_MINUTES, DEVICE_DAYS, HANDLE_MINUTES, SESSION_DAYS } from '../sign-in/schema'

/** The names and figures that documents state, from where they are decided: a document cannot say another figure than the code does. */
export function documentValues(locale: Locale): Record<string, string> {
  const { SITE_NAME, publicUrl } = env()
  const figure = new Intl.NumberFormat(formatLocales[locale]).format
  return {
    site: SITE_NAME,
    host: publicUrl.host,
    sessionDays: figure(SESSION_DAYS),
    deviceDays: figure(DEVICE_DAYS),
    signInMinutes: figure(CHALLENGE_MINUTES),
    handleMinutes: figure(HANDLE_MINUTES),
    replyDays: figure(REPLY_TO_DAYS),
    notificationDays: figure(NOTIFICATION_DAYS),
    mailMinutes: figure(MAIL_DELAY_MINUTES),
    handleKeptDays: figure(HANDLE_KEPT_DAYS),
    newDays: figure(NEW_DAYS),
    unseenDays: figure(UNSEEN_DAYS),
    givenUpDays: figure(GIVEN_UP_DAYS),
  }
}
