import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Settings } from '@/components/account/settings'
import { AgreeBanner } from '@/components/data/agree-banner'
import { LeavingBanner } from '@/components/data/leaving-banner'
import { Frame } from '@/components/layout/frame'
import { StillOwing } from '@/components/second-factor/still-owing'
import { Button, LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isModerator } from '@/lib/accounts/policy'
import { myErasure, wordingToAgree } from '@/lib/data/queries'
import { signOutDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import { unreadCount } from '@/lib/notifications/queries'
import { privateMetadata } from '@/lib/pages/metadata'
import {
  accountPath,
  adminPath,
  askPath,
  followPath,
  inboxPath,
  memberPath,
  minePath,
  secondStepPath,
  signInPath,
} from '@/lib/paths'
import { myPosts } from '@/lib/posts/mine'
import { reputationOfMember } from '@/lib/reputation/mine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return privateMetadata({ title: t('title'), description: t('description') })
}

/** My account: who I am here, what I wrote, the way out. For a guest, the way in. */
export default async function AccountPage() {
  const [t, inbox, kinds, levels, secondStep, profile, locale, viewer] = await Promise.all([
    getTranslations('account'),
    getTranslations('inbox'),
    getTranslations('mine.titles'),
    getTranslations('levels'),
    getTranslations('secondStep'),
    getTranslations('profile'),
    getLocale(),
    currentViewer(),
  ])
  if (viewer.id === null)
    return (
      <Frame address={accountPath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        {viewer.owes ? <StillOwing /> : <LinkButton href={signInPath(locale)}>{t('signIn')}</LinkButton>}
      </Frame>
    )
  const [posts, unread, reputation, erasure, wording] = await Promise.all([
    myPosts(viewer),
    unreadCount(viewer),
    reputationOfMember(viewer),
    myErasure(viewer),
    wordingToAgree(viewer),
  ])
  return (
    <Frame address={accountPath}>
      <PageTitle lead={t('role', { role: t(`roles.${viewer.role}`) })}>{viewer.handle}</PageTitle>
      <LeavingBanner erasure={erasure} />
      <AgreeBanner wording={wording} />
      {viewer.isSuspended && <p className="mb-6 font-semibold text-seal">{t('suspended')}</p>}
      {viewer.needsSecondFactor && (
        <div className="mb-6 max-w-text">
          <Notice tone="warn">
            <p className="mb-3 font-semibold">{secondStep('staff')}</p>
            <LinkButton href={secondStepPath(locale)}>{secondStep('setUp')}</LinkButton>
          </Notice>
        </div>
      )}
      <p className="mb-6">
        {t('level', { level: levels(viewer.level ?? 'new') })} · {t('reputation', { points: reputation })}
        {!viewer.isLeaving && (
          <>
            {' · '}
            <a href={memberPath(locale, viewer.handle)}>{profile('open')}</a>
          </>
        )}
      </p>
      {isModerator(viewer) && (
        <p className="mb-6">
          <LinkButton href={adminPath(locale)}>{t('admin')}</LinkButton>
        </p>
      )}
      <p className="mb-6 flex flex-wrap gap-3">
        <LinkButton href={inboxPath(locale)} tone={unread > 0 ? 'main' : 'quiet'}>
          {unread > 0 ? inbox('linkUnread', { count: unread }) : inbox('link')}
        </LinkButton>
        <LinkButton href={followPath(locale)} tone="quiet">
          {inbox('followed')}
        </LinkButton>
      </p>
      <Section id="posts" title={t('posts')}>
        {posts.length === 0 ? (
          <Empty href={askPath(locale)} action={t('ask')}>
            {t('noPosts')}
          </Empty>
        ) : (
          <ul className="grid gap-2">
            {posts.map((post) => (
              <li key={post.id}>
                <span className="text-muted text-sm">
                  {kinds(post.kind)} · {formatDay(locale, post.postedAt)}
                  {post.isHidden && ` · ${t('hidden')}`}
                </span>
                <br />
                <a href={minePath(locale, post.id)} lang={htmlLang[post.locale]}>
                  {post.excerpt}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="settings" title={t('settings.title')}>
        <Settings />
      </Section>
      <form method="post" action={signOutDoor}>
        <Hidden fields={{ locale }} />
        <Button tone="quiet">{t('signOut')}</Button>
      </form>
    </Frame>
  )
}
