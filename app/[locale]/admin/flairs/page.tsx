import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FlairList } from '@/components/admin/flair-list'
import { GrantForm } from '@/components/admin/grant-form'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isAdministrator } from '@/lib/accounts/policy'
import { currentDrafts, nothing } from '@/lib/door/current-draft'
import { operatorList } from '@/lib/facts/queries'
import { flairsInForce } from '@/lib/moderation/queries'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { adminPath, flairsPath, GRANTED, WITHDRAWN } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  if (!isAdministrator(await currentViewer())) return missingMetadata()
  const t = await getTranslations('flairs')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** For whom the site vouches. To anybody but an administrator it does not exist. */
export default async function FlairsPage({ searchParams }: PageProps<'/[locale]/admin/flairs'>) {
  const [t, admin, locale, { member }] = await Promise.all([
    getTranslations('flairs'),
    getTranslations('admin'),
    getLocale(),
    searchParams,
  ])
  const { viewer, shown } = await currentDrafts(['grantFlair', 'withdrawFlair'])
  if (!isAdministrator(viewer)) return <Missing />
  const [granting, ending] = [shown.get('grantFlair') ?? nothing, shown.get('withdrawFlair') ?? nothing]
  const [flairs, operators] = await Promise.all([flairsInForce(viewer), operatorList(locale)])
  const reason = granting.reason ?? ending.reason
  const asked: Record<string, string> = typeof member === 'string' ? { member } : {}
  return (
    <Frame address={(one) => flairsPath(one)}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={GRANTED}>{t('granted')}</OnTarget>
      <OnTarget id={WITHDRAWN}>{t('withdrawn')}</OnTarget>
      {reason && <Refused reason={reason} />}
      <Section id="grant" title={t('grantTitle')}>
        <GrantForm values={{ ...asked, ...granting.values }} refusals={granting.refusals} operators={operators} />
      </Section>
      <Section id="in-force" title={t('inForce', { count: flairs.length })}>
        {flairs.length > 0 ? <FlairList flairs={flairs} refused={ending} /> : <p>{t('none')}</p>}
      </Section>
      <p>
        <a href={adminPath(locale)}>{admin('title')}</a>
      </p>
    </Frame>
  )
}
