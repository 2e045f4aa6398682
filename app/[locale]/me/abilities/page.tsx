import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { AbilityList } from '@/components/trust/ability-list'
import { MarkList } from '@/components/trust/mark-list'
import { TodayTable } from '@/components/trust/today-table'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { clock } from '@/lib/clock'
import { formatDay } from '@/lib/i18n/format'
import { privateMetadata } from '@/lib/pages/metadata'
import { documentPath, myAbilitiesPath, signInPath } from '@/lib/paths'
import { isStaff } from '@/lib/trust/abilities'
import { myStanding } from '@/lib/trust/mine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('abilities')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** My level: what it lets me do, and how far the next one is. */
export default async function MyAbilitiesPage() {
  const [t, levels, account, how, locale, viewer] = await Promise.all([
    getTranslations('abilities'),
    getTranslations('levels'),
    getTranslations('account'),
    getTranslations('reputation'),
    getLocale(),
    currentViewer(),
  ])
  if (viewer.id === null)
    return (
      <Frame address={myAbilitiesPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, myAbilitiesPath(locale))}>{account('signIn')}</LinkButton>
      </Frame>
    )
  const mine = await myStanding(viewer, clock())
  return (
    <Frame address={myAbilitiesPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <p className="font-semibold text-xl">{t('now', { level: levels(mine.level) })}</p>
      {isStaff(viewer) && <p className="max-w-text">{t('staff', { role: levels(viewer.role) })}</p>}
      <p className="mb-8">
        <a href={documentPath(locale, 'trust')}>{how('how')}</a>
      </p>
      {mine.endsAt && mine.missing.length > 0 && (
        <div className="mb-8 max-w-text">
          <Notice tone="warn">
            <p>{t('ending', { day: formatDay(locale, mine.endsAt) })}</p>
            <MarkList groups={mine.missing} />
          </Notice>
        </div>
      )}
      <Section
        id="next"
        title={mine.next ? t('nextTitle', { level: levels(mine.next.level) }) : t('now', { level: levels(mine.level) })}
      >
        <p className="max-w-text">{mine.next ? t('nextText') : t('highest')}</p>
        {mine.next && <MarkList groups={mine.next.groups} />}
      </Section>
      <Section id="abilities" title={t('listTitle')}>
        <AbilityList abilities={mine.abilities} />
      </Section>
      <Section id="today" title={t('todayTitle')}>
        <p>{t('todayText')}</p>
        <TodayTable today={mine.today} />
      </Section>
    </Frame>
  )
}
