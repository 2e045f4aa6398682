import { getTranslations } from 'next-intl/server'
import { describedBy, Notes } from '@/components/ui/notes'
import { Select } from '@/components/ui/select'
import type { Choices } from '@/lib/notifications/choices'
import { zones } from '@/lib/notifications/zones'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00`,
}))

/** From when to when nothing leaves, by which clock. */
export async function QuietHours({ reach, refusals }: { reach: Choices['reach']; refusals: Record<string, string> }) {
  const t = await getTranslations('choices')
  const noted = { id: 'quiet', hint: t('quietHint') }
  return (
    <fieldset aria-describedby={describedBy(noted)} className="grid gap-3">
      <legend className="font-semibold">{t('quiet')}</legend>
      <Notes {...noted} />
      <div className="grid grid-cols-2 gap-3">
        {(['quietFrom', 'quietTo'] as const).map((name) => (
          <Select
            key={name}
            texts={{ name, label: t(name === 'quietFrom' ? 'from' : 'to'), refusal: refusals[name] }}
            value={reach[name] === null ? '' : String(reach[name])}
            choices={hours}
            empty={t('noQuiet')}
          />
        ))}
      </div>
      <Select
        texts={{ name: 'zone', label: t('zone'), refusal: refusals.zone }}
        value={reach.zone}
        choices={zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
      />
    </fieldset>
  )
}
