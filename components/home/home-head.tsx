import { getLocale, getTranslations } from 'next-intl/server'
import { FactSlip } from '@/components/home/fact-slip'
import { LinkButton } from '@/components/ui/button'
import { env } from '@/lib/env'
import { factsByKey } from '@/lib/facts/queries'
import { askPath, guidePath } from '@/lib/paths'

// What most people come for tonight, and what those come for who have left.
const URGENT = 'data-used-up'
const AFRAID = 'keep-number-from-abroad'

// The fact by which we show what a fact is: the one that readers fear most.
const EXAMPLE = 'base.number-validity'

export async function HomeHead() {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  const [fact] = await factsByKey([EXAMPLE], locale)
  return (
    <div className="mb-12 grid items-center gap-8 md:grid-cols-[1fr_20rem]">
      <div>
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="mt-3 text-lg text-muted">{t('lead', { site: env().SITE_NAME })}</p>
        <p className="mt-4 flex flex-wrap gap-3">
          <LinkButton href={guidePath(locale, URGENT)}>{t('urgent')}</LinkButton>
          <LinkButton href={guidePath(locale, AFRAID)} tone="quiet">
            {t('keep')}
          </LinkButton>
          <LinkButton href={askPath(locale)} tone="quiet">
            {t('ask')}
          </LinkButton>
        </p>
      </div>
      {fact?.standing === 'fact' && <FactSlip fact={fact} />}
    </div>
  )
}
