import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ExperienceList } from '@/components/experiences/experience-list'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import { PageTitle } from '@/components/ui/page-title'
import { subjectNameMap } from '@/lib/experiences/names'
import { experienceList } from '@/lib/experiences/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { experiencesPath, sharePath } from '@/lib/paths'
import { beforeFrom } from '@/lib/posts/schema'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('experiences'), getLocale()])
  return publicMetadata({ locale, address: experiencesPath, title: t('title'), description: t('description') })
}

export default async function ExperiencesPage({ searchParams }: PageProps<'/[locale]/experiences'>) {
  const [t, locale, { before }] = await Promise.all([getTranslations('experiences'), getLocale(), searchParams])
  const [{ cards, before: older }, names] = await Promise.all([
    experienceList({ before: beforeFrom(before) }),
    subjectNameMap(locale),
  ])
  return (
    <Frame address={experiencesPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {cards.length > 0 ? (
        <>
          <p className="mb-6">
            <LinkButton href={sharePath(locale)}>{t('share')}</LinkButton>
          </p>
          <ExperienceList experiences={cards} names={names} level={2} />
          <NextPage href={older ? `${experiencesPath(locale)}?before=${older}` : undefined} />
        </>
      ) : (
        <Empty href={sharePath(locale)} action={t('share')}>
          {t('none')}
        </Empty>
      )}
    </Frame>
  )
}
