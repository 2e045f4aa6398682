import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GlossaryData } from '@/components/glossary/glossary-data'
import { Term } from '@/components/glossary/term'
import { Frame } from '@/components/layout/frame'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { bySubject } from '@/lib/glossary/groups'
import { glossary } from '@/lib/glossary/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { glossaryPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('glossary'), getLocale()])
  const description = t('description', { count: (await glossary(locale)).length })
  return publicMetadata({ locale, address: glossaryPath, title: t('title'), description })
}

/** The words of the field, by subject, in four languages side by side: each can be linked to and shown at a counter. */
export default async function GlossaryPage() {
  const [t, locale] = await Promise.all([getTranslations('glossary'), getLocale()])
  const terms = await glossary(locale)
  const groups = bySubject(terms)
  return (
    <Frame address={glossaryPath}>
      <GlossaryData terms={terms} />
      <PageTitle lead={t('lead', { count: terms.length })}>{t('title')}</PageTitle>
      <nav aria-label={t('bySubject')} className="mb-8">
        <ul className="-mx-2 flex list-none flex-wrap">
          {groups.map(({ name }) => (
            <li key={name}>
              <a href={`#${name}-words`} className="block px-2 py-1">
                {t(`groups.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ name, found }) => (
        <Section key={name} id={`${name}-words`} title={t(`groups.${name}`)}>
          <dl className="grid gap-6">
            {found.map((term) => (
              <Term key={term.slug} term={term} />
            ))}
          </dl>
        </Section>
      ))}
    </Frame>
  )
}
