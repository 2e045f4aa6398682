import { getTranslations } from 'next-intl/server'
import type { MyStanding } from '@/lib/trust/mine'

/** What takes a level, why, and whether it is mine. */
export async function AbilityList({ abilities }: { abilities: MyStanding['abilities'] }) {
  const [t, levels] = await Promise.all([getTranslations('abilities'), getTranslations('levels')])
  return (
    <ul className="grid max-w-text list-none gap-4">
      {abilities.map(({ ability, takes, isMine }) => (
        <li key={ability}>
          <h3 className="font-semibold">{t(`names.${ability}`)}</h3>
          <p className="text-sm">
            <span className={isMine ? 'font-semibold text-jade' : 'font-semibold'}>
              {isMine ? `✓ ${t('mine')}` : t('notMine')}
            </span>{' '}
            · {t('takes', { level: levels(takes) })}
          </p>
          <p>{t(`why.${ability}`)}</p>
        </li>
      ))}
    </ul>
  )
}
