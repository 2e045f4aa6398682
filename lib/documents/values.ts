import 'server-only'
import {
  EXCLUSION_DAYS_MAX,
  EXPORT_DAYS,
  GRACE_DAYS,
  HANDLE_RESERVED_DAYS,
  REMINDER_DAYS,
} from '../accounts/data-terms'
import { UNSEEN_DAYS } from '../digest/write'
import { env } from '../env'
import { REPLY_TO_DAYS } from '../feedback/schema'
import { formatLocales, type Locale } from '../i18n/locales'
import { GIVEN_UP_DAYS } from '../mail/given-up'
import { MAIL_DELAY_MINUTES, NOTIFICATION_DAYS } from '../notifications/kinds'
import { NEW_DAYS } from '../profiles/policy'
import { HANDLE_KEPT_DAYS } from '../profiles/schema'
import { CHALLENGE_MINUTES, DEVICE_DAYS, HANDLE_MINUTES, SESSION_DAYS } from '../sign-in/schema'
import { trustFigures } from '../trust/values'

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
    ...Object.fromEntries(Object.entries(trustFigures()).map(([name, value]) => [name, figure(value)])),
    exportDays: figure(EXPORT_DAYS),
    graceDays: figure(GRACE_DAYS),
    reminderDays: figure(REMINDER_DAYS),
    reservedDays: figure(HANDLE_RESERVED_DAYS),
    exclusionDays: figure(EXCLUSION_DAYS_MAX),
    unseenDays: figure(UNSEEN_DAYS),
    givenUpDays: figure(GIVEN_UP_DAYS),
  }
}
