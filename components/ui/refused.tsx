import { getTranslations } from 'next-intl/server'
import { Notice } from './notice'

/** A form was refused: why, and that the words are still there. */
export async function Refused({
  reason,
  isCut = false,
  hasWords = true,
}: {
  reason: string
  isCut?: boolean
  hasWords?: boolean
}) {
  const t = await getTranslations('forms')
  return (
    <div className="mb-6 max-w-text">
      <Notice tone="warn" id="refused" isAlert>
        <p className="font-semibold">{hasWords ? t('refused') : t('failed')}</p>
        <p>{reason}</p>
        {hasWords && <p>{isCut ? t('cut') : t('kept')}</p>}
      </Notice>
    </div>
  )
}
