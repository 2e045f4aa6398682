import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { InboxList } from '@/components/notifications/inbox-list'
import { Button, LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Hidden } from '@/components/ui/hidden'
import { NextPage } from '@/components/ui/next-page'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { clock } from '@/lib/clock'
import { myExport } from '@/lib/data/queries'
import { currentDraft } from '@/lib/door/current-draft'
import { readsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import { inbox, unreadCount } from '@/lib/notifications/queries'
import { privateMetadata } from '@/lib/pages/metadata'
import { followPath, inboxPath, myDataPath, notificationsPath, questionsPath, signInPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbox')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What happened that I want to know of, by page, the newest first. */
export default async function InboxPage({ searchParams }: PageProps<'/[locale]/me/inbox'>) {
  const [t, locale, { viewer, shown }, { after }] = await Promise.all([
    getTranslations('inbox'),
    getLocale(),
    currentDraft('read'),
    searchParams,
  ])
  if (viewer.id === null)
    return (
      <Frame address={(one) => inboxPath(one)}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, inboxPath(locale))}>{t('signIn')}</LinkButton>
      </Frame>
    )
  const until = clock()
  const [list, unread, copy] = await Promise.all([
    inbox(viewer, locale, typeof after === 'string' ? after : undefined),
    unreadCount(viewer),
    myExport(viewer, until),
  ])
  return (
    <Frame address={(one) => inboxPath(one)}>
      <PageTitle lead={unread > 0 ? t('unread', { count: unread }) : t('lead')}>{t('title')}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {copy?.state === 'ready' && (
        <p className="mb-6 max-w-text rounded-card bg-sunken px-4 py-3">
          {t.rich('exportReady', {
            day: formatDay(locale, copy.expiresAt),
            link: (words) => <a href={myDataPath(locale)}>{words}</a>,
          })}
        </p>
      )}
      {unread > 0 && (
        <form method="post" action={readsDoor} className="mb-6">
          <Hidden fields={{ locale, until: until.toISOString() }} />
          <Button tone="quiet">{t('readAll')}</Button>
        </form>
      )}
      {list.groups.length > 0 ? (
        <InboxList groups={list.groups} />
      ) : (
        <Empty href={questionsPath(locale)} action={t('questions')}>
          {t('nothing')}
        </Empty>
      )}
      <NextPage href={list.after && inboxPath(locale, list.after)} />
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        <a href={notificationsPath(locale)}>{t('choices')}</a>
        <a href={followPath(locale)}>{t('followed')}</a>
      </p>
    </Frame>
  )
}
