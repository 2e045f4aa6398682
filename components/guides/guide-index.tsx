import { getLocale, getTranslations } from 'next-intl/server'
import { tasks } from '@/lib/guides/guide-file'
import type { GuideCard } from '@/lib/guides/queries'
import { guidePath } from '@/lib/paths'

/** The library at a glance: every guide by its title, under what one comes for. */
export async function GuideIndex({ guides }: { guides: readonly GuideCard[] }) {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  const found = tasks
    .map((task) => ({ task, own: guides.filter((guide) => guide.task === task) }))
    .filter(({ own }) => own.length > 0)
  return (
    <div className="gap-x-8 sm:columns-2">
      {found.map(({ task, own }) => (
        <div key={task} className="mb-6 break-inside-avoid">
          <h3 className="mb-1 text-lg">{t(`tasks.${task}`)}</h3>
          <ul className="list-none">
            {own.map(({ slug, title }) => (
              <li key={slug}>
                <a href={guidePath(locale, slug)} className="block py-1">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
