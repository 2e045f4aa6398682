import { getLocale, getTranslations } from 'next-intl/server'
import type { ExportFile } from '@/lib/data/files'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { documentPath } from '@/lib/paths'

/** What is kept about the reader, in plain words, and how much of it; what there is nothing of, in one sentence. */
export async function HeldList({ counts }: { counts: readonly { file: ExportFile; count: number }[] }) {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  const held = counts.filter(({ count }) => count > 0)
  const none = counts.filter(({ count }) => count === 0).map(({ file }) => t(`holdings.${file}.name`))
  return (
    <>
      <p className="max-w-text">
        {t.rich('heldLead', { link: (words) => <a href={documentPath(locale, 'privacy')}>{words}</a> })}
      </p>
      <dl className="max-w-text divide-y divide-line rounded-card border border-line bg-surface">
        {held.map(({ file, count }) => (
          <div key={file} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2">
            <dt className="font-semibold">{t(`holdings.${file}.name`)}</dt>
            <dd className="row-span-2 self-center font-semibold tabular-nums">{formatNumber(locale, count)}</dd>
            <dd className="text-muted text-sm">{t(`holdings.${file}.text`)}</dd>
          </div>
        ))}
      </dl>
      {none.length > 0 && <p className="max-w-text">{t('heldNone', { kinds: formatList(locale, none) })}</p>}
      <p className="max-w-text text-muted text-sm">{t('notShown')}</p>
    </>
  )
}
