import { getTranslations } from 'next-intl/server'
import { Notice } from './notice'

/** Somebody wrote, then signed in: the words are here, and still have to be sent. */
export async function Waiting() {
  const t = await getTranslations('forms')
  return (
    <div className="mb-6 max-w-text">
      <Notice tone="warn" isAlert>
        <p className="font-semibold">{t('waiting')}</p>
      </Notice>
    </div>
  )
}
