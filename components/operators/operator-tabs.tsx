import { getLocale, getTranslations } from 'next-intl/server'
import {
  operatorExperiencesPath,
  operatorFactsPath,
  operatorGuidesPath,
  operatorPath,
  operatorQuestionsPath,
} from '@/lib/paths'

const tabs = {
  hub: operatorPath,
  facts: operatorFactsPath,
  guides: operatorGuidesPath,
  questions: operatorQuestionsPath,
  experiences: operatorExperiencesPath,
} as const

/** The pages of one operator. */
export async function OperatorTabs({ slug, current }: { slug: string; current: keyof typeof tabs }) {
  const [t, locale] = await Promise.all([getTranslations('operators.tabs'), getLocale()])
  return (
    <nav aria-label={t('label')} className="mb-8 border-line border-b">
      <ul className="-mx-2 flex flex-wrap">
        {Object.entries(tabs).map(([name, path]) => (
          <li key={name}>
            <a
              href={path(locale, slug)}
              aria-current={name === current ? 'page' : undefined}
              className="block px-2 py-2 no-underline hover:underline aria-[current]:font-bold aria-[current]:text-ink"
            >
              {t(name as keyof typeof tabs)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
