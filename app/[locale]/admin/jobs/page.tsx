import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GivenUpList } from '@/components/admin/given-up-list'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { Empty } from '@/components/ui/empty'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isAdministrator } from '@/lib/accounts/policy'
import { currentDrafts } from '@/lib/door/current-draft'
import { givenUp } from '@/lib/jobs/given-up'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { adminJobsPath, adminPath } from '@/lib/paths'

const DOORS = ['retryWork', 'dropWork'] as const

export async function generateMetadata(): Promise<Metadata> {
  if (!isAdministrator(await currentViewer())) return missingMetadata()
  const t = await getTranslations('work')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What the background gave up. To anybody but administrators it does not exist. */
export default async function JobsPage() {
  const [t, locale, { viewer, shown }] = await Promise.all([getTranslations('work'), getLocale(), currentDrafts(DOORS)])
  if (!isAdministrator(viewer)) return <Missing />
  const rows = await givenUp(viewer)
  const reason = DOORS.flatMap((door) => shown.get(door)?.reason ?? [])[0]
  return (
    <Frame address={adminJobsPath}>
      <PageTitle lead={rows.length > 0 ? t('lead') : undefined}>{t('title')}</PageTitle>
      {reason && <Refused reason={reason} hasWords={false} />}
      {rows.length > 0 ? (
        <>
          <GivenUpList rows={rows} />
          <p className="mt-6">
            <a href={adminPath(locale)}>{t('back')}</a>
          </p>
        </>
      ) : (
        <Empty href={adminPath(locale)} action={t('back')}>
          {t('nothing')}
        </Empty>
      )}
    </Frame>
  )
}
