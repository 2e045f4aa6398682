import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { DayOfPoints } from '@/components/trust/day-of-points'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import { PageTitle } from '@/components/ui/page-title'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { privateMetadata } from '@/lib/pages/metadata'
import { documentPath, myReputationPath, questionsPath, signInPath } from '@/lib/paths'
import { myReputation } from '@/lib/reputation/mine'
import { FLOOR } from '@/lib/reputation/points'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reputation')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** Where every point of mine comes from. */
export default async function MyReputationPage({ searchParams }: PageProps<'/[locale]/me/reputation'>) {
  const [t, account, locale, viewer, { before }] = await Promise.all([
    getTranslations('reputation'),
    getTranslations('account'),
    getLocale(),
    currentViewer(),
    searchParams,
  ])
  const address = (one: typeof locale) => myReputationPath(one)
  if (viewer.id === null)
    return (
      <Frame address={address}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, myReputationPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const mine = await myReputation(viewer, typeof before === 'string' ? before : undefined)
  return (
    <Frame address={address}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <p className="font-semibold text-xl tabular-nums">{t('total', { points: mine.total })}</p>
      {mine.sum < FLOOR && <p>{t('floor', { sum: mine.sum, floor: FLOOR })}</p>}
      <p className="mb-8">
        <a href={documentPath(locale, 'trust')}>{t('how')}</a>
      </p>
      {mine.days.length === 0 && (
        <Empty href={questionsPath(locale)} action={t('help')}>
          {t('nothing')}
        </Empty>
      )}
      {mine.days.map((day) => (
        <DayOfPoints key={day.day.toISOString()} day={day} />
      ))}
      <NextPage href={mine.before && myReputationPath(locale, mine.before)} />
    </Frame>
  )
}
