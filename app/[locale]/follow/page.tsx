import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FollowForm } from '@/components/following/follow-form'
import { FollowedList } from '@/components/following/followed-list'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { currentDraft } from '@/lib/door/current-draft'
import { type Followable, followable, followed } from '@/lib/following/queries'
import { FollowInput } from '@/lib/following/schema'
import { privateMetadata } from '@/lib/pages/metadata'
import { followPath, signInPath } from '@/lib/paths'

type Props = PageProps<'/[locale]/follow'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('follow')
  return privateMetadata({ title: t('title'), description: t('listLead') })
}

/** To follow an operator, a guide or a member, or stop; without one, everything that the viewer follows. */
export default async function FollowPage({ searchParams }: Props) {
  const [t, locale, { viewer, shown }, { operator, guide, member, before }] = await Promise.all([
    getTranslations('follow'),
    getLocale(),
    currentDraft('follow'),
    searchParams,
  ])
  if (operator === undefined && guide === undefined && member === undefined) {
    const list = await followed(viewer, locale, typeof before === 'string' ? before : undefined)
    return (
      <Frame address={(one) => followPath(one)}>
        <PageTitle lead={t('listLead')}>{t('title')}</PageTitle>
        {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
        {viewer.id === null ? <SignIn next={followPath(locale)} /> : <FollowedList {...list} />}
      </Frame>
    )
  }
  const target = targetFrom(operator, guide, member)
  const found = target && (await followable(viewer, target, locale))
  if (!found) return <Missing />
  const here = followPath(locale, target)
  return (
    <Frame address={(one) => followPath(one, target)}>
      <PageTitle lead={t(leadOf(target))}>{t('titleOf', { title: found.title })}</PageTitle>
      {shown.reason && <Refused reason={shown.reason} hasWords={false} />}
      {viewer.id === null && <SignIn next={here} />}
      {viewer.id !== null &&
        (found.isOneself ? <p>{t('oneself')}</p> : <FollowForm target={target} isFollowed={found.isFollowed} />)}
      <p className="mt-6">
        <a href={found.path}>{t('back', { title: found.title })}</a>
      </p>
      {viewer.id !== null && (
        <p>
          <a href={followPath(locale)}>{t('all')}</a>
        </p>
      )}
    </Frame>
  )
}

async function SignIn({ next }: { next: string }) {
  const [t, locale] = await Promise.all([getTranslations('follow'), getLocale()])
  return (
    <>
      <p className="mb-3">{t('guest')}</p>
      <LinkButton href={signInPath(locale, next)}>{t('signIn')}</LinkButton>
    </>
  )
}

function leadOf({ operator, member }: Followable) {
  if (operator !== undefined) return 'operatorLead'
  return member === undefined ? 'guideLead' : 'memberLead'
}

// One of the three, as we write it in an address.
function targetFrom(operator: unknown, guide: unknown, member: unknown): Followable | undefined {
  const { success, data } = FollowInput.safeParse({ operator, guide, member, follow: 'yes' })
  if (!success) return undefined
  if (data.member !== undefined) return { member: data.member }
  if (data.operator !== undefined) return { operator: data.operator }
  return data.guide === undefined ? undefined : { guide: data.guide }
}
