import { getTranslations } from 'next-intl/server'
import type { Choices } from '@/lib/notifications/choices'
import { alwaysListed, type Channel, type ChosenKind, channels, notificationKinds } from '@/lib/notifications/kinds'

/** A row for each event, a column for each way of being told: a box where they meet. */
export async function ChoicesTable({ wanted }: { wanted: Choices['wanted'] }) {
  const t = await getTranslations('choices')
  return (
    <table className="w-full border-collapse">
      <caption className="mb-2 text-left font-semibold">{t('kinds')}</caption>
      <thead>
        <tr className="border-line border-b align-bottom">
          <th scope="col">
            <span className="sr-only">{t('event')}</span>
          </th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="px-1 py-1 text-center text-sm">
              {t(`ways.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notificationKinds.map((kind) => (
          <tr key={kind} className="border-line border-b">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
              {t(`names.${kind}`)}
            </th>
            {channels.map((channel) => (
              <td key={channel} className="w-14 p-0 text-center">
                <Box {...{ kind, channel }} isWanted={wanted[channel].has(kind)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// As high as a thumb; the label of a box is its row and its column.
async function Box({ kind, channel, isWanted }: { kind: ChosenKind; channel: Channel; isWanted: boolean }) {
  const t = await getTranslations('choices')
  const name = t('box', { event: t(`names.${kind}`), way: t(`ways.${channel}`) })
  const isFixed = channel === 'inbox' && alwaysListed.includes(kind)
  return (
    <label className="grid min-h-11 place-items-center">
      <span className="sr-only">{isFixed ? `${name} (${t('always')})` : name}</span>
      <input
        type="checkbox"
        name={`${channel}[]`}
        value={kind}
        defaultChecked={isWanted}
        disabled={isFixed}
        className="size-5 accent-jade"
      />
    </label>
  )
}
