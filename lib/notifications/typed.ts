import { isLocale } from '../i18n/locales'
import type { Choices } from './choices'
import { type Channel, type NotificationKind, notificationKinds } from './kinds'
import { zones } from './zones'

/** What somebody chose in a form that was refused, to be shown again: only what could have been chosen, the rest as it stands. */
export function typedChoices({ letters, reach }: Choices, values: Record<string, string>): Choices {
  const ticked = (channel: Channel): ReadonlySet<NotificationKind> => {
    const sent = (values[channel] ?? '').split(',')
    return new Set(notificationKinds.filter((kind) => sent.includes(kind)))
  }
  return {
    wanted: { inbox: ticked('inbox'), mail: ticked('mail'), push: ticked('push') },
    letters: isLocale(values.letters) ? values.letters : letters,
    reach: {
      zone: zones.find((zone) => zone === values.zone) ?? reach.zone,
      quietFrom: hourOf(values.quietFrom),
      quietTo: hourOf(values.quietTo),
      digest: (['never', 'daily', 'weekly'] as const).find((one) => one === values.digest) ?? reach.digest,
    },
  }
}

function hourOf(value: string | undefined): number | null {
  return value && /^\d{1,2}$/.test(value) && Number(value) < 24 ? Number(value) : null
}
