import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'

const lines = ['chat', 'secrets', 'link'] as const

/** On every page where somebody is about to pay. */
export async function ScamBox() {
  const t = await getTranslations('scam')
  return (
    <div className="mb-8 max-w-text">
      <Notice tone="warn">
        <h2 className="mb-1 text-lg">{t('title')}</h2>
        <ul className="grid gap-1 pl-5">
          {lines.map((line) => (
            <li key={line} className="list-disc">
              {t(line)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
