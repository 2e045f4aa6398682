import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import { consentsDoor } from '@/lib/doors'
import { documentPath } from '@/lib/paths'

/** Asks to read the rules and the privacy page, where they have changed. Nothing is closed to whoever does not. */
export async function AgreeBanner({ wording }: { wording: { rules: number; privacy: number } | undefined }) {
  if (!wording) return null
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  const to = (name: 'rules' | 'privacy') => (words: React.ReactNode) => <a href={documentPath(locale, name)}>{words}</a>
  return (
    <section aria-labelledby="agree" className="mb-6 max-w-text">
      <Notice>
        <h2 id="agree" className="font-semibold">
          {t('consentTitleAsk')}
        </h2>
        <p className="mb-3">{t.rich('consentAsk', { rules: to('rules'), privacy: to('privacy') })}</p>
        <form method="post" action={consentsDoor}>
          <Hidden fields={{ locale, ...wording }} />
          <Button tone="quiet">{t('consentGive')}</Button>
        </form>
      </Notice>
    </section>
  )
}
