import { getLocale, getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import type { MyExport } from '@/lib/data/queries'
import { exportFile, exportsDoor } from '@/lib/doors'
import { formatBytes, formatDay, formatInstant } from '@/lib/i18n/format'
import { feedbackPath } from '@/lib/paths'

/** The copy of everything: ask for one, wait for it, take it. */
export async function ExportPart({
  copy,
  mayAsk,
  limits,
}: {
  copy: MyExport | undefined
  mayAsk: boolean
  limits: { days: number; minutes: number }
}) {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  return (
    <>
      <p className="max-w-text">{t('exportText', { days: limits.days })}</p>
      {copy?.state === 'making' && <p className="max-w-text font-semibold">{t('exportMaking')}</p>}
      {copy?.state === 'failed' && (
        <p className="max-w-text">
          {t.rich('exportFailed', { link: (words) => <a href={feedbackPath(locale)}>{words}</a> })}
        </p>
      )}
      {copy?.state === 'ready' && <Ready copy={copy} mayAsk={mayAsk} />}
      {mayAsk && (
        <form method="post" action={exportsDoor}>
          <Hidden fields={{ locale }} />
          <Button tone={copy?.state === 'ready' ? 'quiet' : 'main'}>{t('exportAsk')}</Button>
        </form>
      )}
      <p className="max-w-text text-muted text-sm">{t('proof', { minutes: limits.minutes })}</p>
    </>
  )
}

async function Ready({ copy, mayAsk }: { copy: Extract<MyExport, { state: 'ready' }>; mayAsk: boolean }) {
  const [t, sessions, locale] = await Promise.all([getTranslations('data'), getTranslations('sessions'), getLocale()])
  const told = {
    made: formatDay(locale, copy.madeAt),
    size: formatBytes(locale, copy.bytes),
    day: formatDay(locale, copy.expiresAt),
  }
  const next = sessions('brusselsTime', { when: formatInstant(locale, copy.mayAskFrom) })
  return (
    <>
      <p className="max-w-text font-semibold">{t('exportReady', told)}</p>
      <p>
        <LinkButton href={`${exportFile(copy.id)}?locale=${locale}`}>{t('exportDownload')}</LinkButton>
      </p>
      <p className="max-w-text">{t('exportCareful')}</p>
      {!mayAsk && <p className="max-w-text text-muted text-sm">{t('exportNext', { when: next })}</p>}
    </>
  )
}
