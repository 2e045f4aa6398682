import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { AvatarForm } from '@/components/members/avatar-form'
import { ProfileForm } from '@/components/members/profile-form'
import { RenameForm } from '@/components/members/rename-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OnTarget } from '@/components/ui/on-target'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Section } from '@/components/ui/section'
import { DISPLAY_NAME_MAX } from '@/lib/accounts/display-name'
import { HANDLE_MAX, HANDLE_MIN } from '@/lib/accounts/handle'
import { clock } from '@/lib/clock'
import { currentDrafts, nothing } from '@/lib/door/current-draft'
import { operatorList } from '@/lib/facts/queries'
import { formatList } from '@/lib/i18n/format'
import { isLocale } from '@/lib/i18n/locales'
import { privateMetadata } from '@/lib/pages/metadata'
import { memberPath, myProfilePath, PICTURED, RENAMED, SAVED, signInPath } from '@/lib/paths'
import { type MyProfile, myClearing, myPicture, myProfile, renamableFrom } from '@/lib/profiles/mine'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What I say of myself, and what of it is public. */
export default async function MyProfilePage() {
  const [t, parts, reasons, locale] = await Promise.all([
    getTranslations('profile'),
    getTranslations('memberMine'),
    getTranslations('removalReasons'),
    getLocale(),
  ])
  const { viewer, shown } = await currentDrafts(['profile', 'avatar', 'rename'])
  if (viewer.id === null)
    return (
      <Frame address={myProfilePath}>
        <PageTitle lead={t('guest')}>{t('title')}</PageTitle>
        <LinkButton href={signInPath(locale, myProfilePath(locale))}>{t('signIn')}</LinkButton>
      </Frame>
    )
  const at = (door: string) => shown.get(door) ?? nothing
  const [profile, picturing, renaming] = [at('profile'), at('avatar'), at('rename')]
  const [mine, picture, from, operators, clearing] = await Promise.all([
    myProfile(viewer),
    myPicture(viewer),
    renamableFrom(viewer, clock()),
    operatorList(locale),
    myClearing(viewer),
  ])
  const reason = profile.reason ?? picturing.reason ?? renaming.reason
  return (
    <Frame address={myProfilePath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <OnTarget id={SAVED}>{t('saved')}</OnTarget>
      <OnTarget id={PICTURED}>{t('pictured')}</OnTarget>
      <OnTarget id={RENAMED}>{t('renamed')}</OnTarget>
      {reason && <Refused reason={reason} isCut={profile.isCut} hasWords={Boolean(profile.reason) || !from} />}
      {clearing && (
        <div className="mb-6 max-w-text">
          <Notice tone="warn">
            <p>
              {t('cleared', {
                what: formatList(
                  locale,
                  clearing.what.map((part) => parts(part)),
                ),
                reason: reasons(clearing.reason),
              })}
            </p>
          </Notice>
        </div>
      )}
      <p className="mb-6">
        <a href={memberPath(locale, viewer.handle)}>{t('open')}</a>
      </p>
      <ProfileForm
        values={Object.keys(profile.values).length > 0 ? typed(profile.values) : mine}
        refusals={profile.refusals}
        operators={operators.filter(({ sells }) => sells !== 'gone')}
        nameMax={DISPLAY_NAME_MAX}
      />
      <div className="mt-12">
        <Section id="picture-title" title={t('pictureTitle')}>
          <AvatarForm member={viewer.id} picture={picture} refusal={picturing.refusals.picture} />
        </Section>
        <Section id="rename" title={t('renameTitle', { handle: viewer.handle })}>
          <RenameForm
            value={renaming.values.handle ?? ''}
            refusal={renaming.refusals.handle}
            from={from}
            limits={{ min: HANDLE_MIN, max: HANDLE_MAX }}
          />
        </Section>
      </div>
    </Frame>
  )
}

// A refused form, as it was filled in: a box that was not ticked sent nothing.
function typed(values: Record<string, string>): MyProfile {
  const list = (name: string) => (values[name] ?? '').split(',').filter(Boolean)
  return {
    name: values.name ?? '',
    body: values.body ?? '',
    languages: list('languages').filter(isLocale),
    operators: list('operators'),
    showsLanguages: values.showsLanguages === 'yes',
    showsOperators: values.showsOperators === 'yes',
    showsContributions: values.showsContributions === 'yes',
  }
}
