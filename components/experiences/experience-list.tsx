import { getLocale, getTranslations } from 'next-intl/server'
import { Byline } from '@/components/posts/byline'
import type { ExperienceCard } from '@/lib/experiences/queries'
import { htmlLang } from '@/lib/i18n/locales'
import { experiencePath } from '@/lib/paths'
import { Outcome } from './outcome'
import { Particulars } from './particulars'

export function ExperienceList({
  experiences,
  names,
  level = 3,
}: {
  experiences: readonly ExperienceCard[]
  names: ReadonlyMap<string, string>
  level?: 2 | 3
}) {
  return (
    <ul className="grid list-none">
      {experiences.map((experience) => (
        <Row key={experience.id} experience={experience} names={names} level={level} />
      ))}
    </ul>
  )
}

async function Row({
  experience,
  names,
  level,
}: {
  experience: ExperienceCard
  names: ReadonlyMap<string, string>
  level: 2 | 3
}) {
  const Heading = `h${level}` as const
  const [t, locale] = await Promise.all([getTranslations('experiences'), getLocale()])
  return (
    <li className="grid gap-1 border-line border-b py-4 first:pt-0">
      <Heading className="text-lg">
        <Outcome outcome={experience.outcome} /> <Particulars experience={experience} names={names} />
      </Heading>
      <p lang={htmlLang[experience.locale]}>{experience.excerpt}</p>
      <p>
        <Byline post={experience} /> ·{' '}
        <a href={experiencePath(locale, experience.id)} className="text-sm">
          {t('read')}
        </a>
      </p>
    </li>
  )
}
