import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import { recoveryCodesDoor, recoverySheetsDoor } from '@/lib/doors'
import { feedbackPath } from '@/lib/paths'
import { RECOVERY_CODES, RECOVERY_SHEET_MINUTES } from '@/lib/second-factor/schema'

type Props = { hasFactor: boolean; left: number; fresh: readonly string[] | undefined }

/** Recovery codes: how many are left, new ones, and, just after they were made, the codes themselves. */
export async function CodesPart({ hasFactor, left, fresh }: Props) {
  const t = await getTranslations('secondStep')
  return (
    <>
      <p className="max-w-text">{t('codesText')}</p>
      {fresh && <Sheet codes={fresh} />}
      {!fresh && hasFactor && <Left count={left} />}
      {!hasFactor && <p className="text-muted">{t('codesFirst')}</p>}
    </>
  )
}

async function Left({ count }: { count: number }) {
  const [t, locale] = await Promise.all([getTranslations('secondStep'), getLocale()])
  return (
    <>
      <p className={count === 0 ? 'font-semibold text-seal' : undefined}>
        {count === 0 ? t('codesNone') : t('codesLeft', { count, total: RECOVERY_CODES })}
      </p>
      <form method="post" action={recoveryCodesDoor}>
        <Hidden fields={{ locale }} />
        <Button tone="quiet">{t('newCodes')}</Button>
        <p className="mt-2 text-muted text-sm">{t('newCodesText')}</p>
      </form>
      <p className="max-w-text text-muted text-sm">
        {t.rich('lost', { link: (words) => <a href={feedbackPath(locale)}>{words}</a> })}
      </p>
    </>
  )
}

async function Sheet({ codes }: { codes: readonly string[] }) {
  const [t, locale] = await Promise.all([getTranslations('secondStep'), getLocale()])
  return (
    <div className="max-w-text">
      <Notice tone="warn">
        <h3 className="font-semibold">{t('sheet')}</h3>
        <p className="mb-3">{t('sheetText', { minutes: RECOVERY_SHEET_MINUTES })}</p>
        <ol className="mb-4 grid list-inside list-decimal grid-cols-1 gap-x-6 gap-y-1 font-mono min-[420px]:grid-cols-2">
          {codes.map((code) => (
            <li key={code} translate="no">
              {inGroups(code)}
            </li>
          ))}
        </ol>
        <form method="post" action={recoverySheetsDoor}>
          <Hidden fields={{ locale }} />
          <Button>{t('sheetDone')}</Button>
        </form>
      </Notice>
    </div>
  )
}

// In two halves, as they are copied by hand. Typed in, they may be written in any way.
function inGroups(code: string): string {
  return `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}`
}
