import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FactList } from '@/components/facts/fact-list'
import { Provenance } from '@/components/facts/provenance'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { type Chapter, chapterNames } from '@/lib/facts/display'
import { chapterOf } from '@/lib/facts/queries'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { factsPath } from '@/lib/paths'

type Props = PageProps<'/[locale]/facts/[chapter]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ chapter }, locale, t] = await Promise.all([params, getLocale(), getTranslations('facts')])
  if (!isChapter(chapter)) return missingMetadata()
  return publicMetadata({
    locale,
    address: (one) => factsPath(one, chapter),
    title: t(`chapters.${chapter}`),
    description: t(`chapterLeads.${chapter}`),
  })
}

/** A chapter of the ledger: the law, numbers, channels, ways of paying, networks. */
export default async function ChapterPage({ params }: Props) {
  const [{ chapter }, locale, t] = await Promise.all([params, getLocale(), getTranslations('facts')])
  if (!isChapter(chapter)) return <Missing />
  const subjects = await chapterOf(chapter, locale)
  const first = subjects.flatMap(({ facts }) => facts)[0]
  return (
    <Frame address={(one) => factsPath(one, chapter)}>
      <PageTitle lead={t(`chapterLeads.${chapter}`)}>{t(`chapters.${chapter}`)}</PageTitle>
      {first && <Provenance compiledOn={first.compiledOn} />}
      <div className="mt-8 max-w-text">
        {subjects.map(({ slug, name, verdict, facts }) => (
          <Section key={slug} id={slug} title={name}>
            {verdict && <p className="font-semibold">{verdict}</p>}
            <FactList facts={facts} hasAnchors />
          </Section>
        ))}
      </div>
    </Frame>
  )
}

function isChapter(value: string): value is Chapter {
  return Object.values<string>(chapterNames).includes(value)
}
