import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { MovedTo } from '@/components/layout/moved-to'
import { ContributionList } from '@/components/members/contribution-list'
import { ProfileData } from '@/components/members/profile-data'
import { ProfileHead } from '@/components/members/profile-head'
import { Missing } from '@/components/pages/missing'
import { RichText } from '@/components/posts/rich-text'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { missingMetadata, privateMetadata, publicMetadata } from '@/lib/pages/metadata'
import { followPath, memberMinePath, memberPath } from '@/lib/paths'
import { memberOf, type Profile, publicProfile } from '@/lib/profiles/queries'

type Props = PageProps<'/[locale]/members/[handle]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [profile, t, posts, locale] = await Promise.all([
    profileAt(params),
    getTranslations('members'),
    getTranslations('posts'),
    getLocale(),
  ])
  if (!profile) return missingMetadata()
  if (profile.isSuspended) return privateMetadata({ title: t('suspendedTitle'), description: t('suspended') })
  const title = t('title', { handle: profile.isCurators ? posts('curators') : profile.handle })
  const about = {
    title,
    description: profile.isCurators ? t('curators') : t('description', { handle: profile.handle }),
  }
  if (!profile.isSettled) return privateMetadata(about)
  return publicMetadata({ ...about, locale, address: (one) => memberPath(one, profile.handle) })
}

/** What everybody may know of a member. */
export default async function MemberPage({ params }: Props) {
  const [{ handle: asked }, profile, t, locale] = await Promise.all([
    params,
    profileAt(params),
    getTranslations('members'),
    getLocale(),
  ])
  if (!profile) return <Missing />
  const { handle } = profile
  const address = (one: typeof locale) => memberPath(one, handle)
  if (handle !== decoded(asked))
    return (
      <Frame address={address}>
        <MovedTo path={address(locale)} />
        <PageTitle>{t('movedTitle')}</PageTitle>
        <a href={address(locale)}>{handle}</a>
      </Frame>
    )
  return (
    <Frame address={address}>
      {profile.isSuspended ? (
        <PageTitle lead={t('suspended')}>{t('suspendedTitle')}</PageTitle>
      ) : (
        <Shown profile={profile} />
      )}
    </Frame>
  )
}

async function Shown({ profile }: { profile: Profile }) {
  const [t, follow, locale] = await Promise.all([getTranslations('members'), getTranslations('follow'), getLocale()])
  const { handle, about, aboutLocale, contributions, isCurators, isSettled } = profile
  return (
    <>
      {isSettled && <ProfileData profile={profile} />}
      <ProfileHead profile={profile} />
      {!isCurators && (
        <p className="mb-6">
          <a href={followPath(locale, { member: profile.handle })} rel="nofollow">
            {follow('member')}
          </a>
        </p>
      )}
      {!isCurators && (
        <Section id="about" title={t('about')}>
          {about ? <RichText html={about} locale={aboutLocale} /> : <p>{t('noAbout')}</p>}
        </Section>
      )}
      <Section id="contributions" title={t('contributions')}>
        {contributions ? <ContributionList contributions={contributions} /> : <p>{t('unlisted')}</p>}
      </Section>
      {!isCurators && (
        <p className="text-sm">
          <a href={memberMinePath(locale, handle)}>{t('more')}</a>
        </p>
      )}
    </>
  )
}

async function profileAt(params: Props['params']) {
  const [{ handle: asked }, locale] = await Promise.all([params, getLocale()])
  const handle = decoded(asked)
  const id = handle && (await memberOf(handle))
  return id ? publicProfile(id, locale) : undefined
}

// Handles hold no `%`: what is decoded already stays as it is.
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
