import { getLocale, getTranslations } from 'next-intl/server'
import { checkingPath } from '@/lib/paths'

const promises = ['sourced', 'safe', 'light'] as const

export async function Promises() {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()])
  return (
    <section aria-labelledby="promises">
      <h2 id="promises" className="mb-4 border-ink border-b-2 pb-2 text-xl">
        {t('promisesTitle')}
      </h2>
      <ol className="grid list-none gap-6 md:grid-cols-3">
        {promises.map((promise, index) => (
          <li key={promise} className="grid grid-cols-[auto_1fr] content-start gap-x-3 gap-y-1">
            <span aria-hidden="true" className="font-bold text-seal text-xl tabular-nums leading-snug">
              {index + 1}
            </span>
            <h3 className="text-lg">{t(`promises.${promise}.title`)}</h3>
            <p className="col-start-2">{t(`promises.${promise}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="mt-4">
        <a href={checkingPath(locale)}>{t('checkingLink')}</a>
      </p>
    </section>
  )
}
