import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { flagDecisionsDoor, removalsDoor, restorationsDoor } from '@/lib/doors'
import { type FlagReason, removalReasons } from '@/lib/moderation/schema'
import { minePath } from '@/lib/paths'
import type { MyPost } from '@/lib/posts/mine'
import { TextArea } from './text-area'

type Texts = { values: Record<string, string>; refusals: Record<string, string> }

/** Hide with a reason, show again, or settle the flags: for moderators. */
export async function ModeratorForms({ post, hide, restore }: { post: MyPost; hide: Texts; restore: Texts }) {
  const t = await getTranslations('mine')
  return (
    <Section id="moderate" title={t('moderate')}>
      {post.openFlags.length > 0 && <Dismiss post={post} />}
      {post.removal ? <Restore post={post.id} texts={restore} /> : <Hide post={post.id} texts={hide} />}
    </Section>
  )
}

async function Hide({ post, texts: { values, refusals } }: { post: number; texts: Texts }) {
  const [t, forms, reasons, locale] = await Promise.all([
    getTranslations('mine'),
    getTranslations('forms'),
    getTranslations('removalReasons'),
    getLocale(),
  ])
  return (
    <form method="post" action={removalsDoor} className="grid max-w-text gap-3">
      <Hidden fields={{ locale, post }} />
      <Select
        texts={{ id: 'hide-reason', name: 'reason', label: t('hideReason'), refusal: refusals.reason }}
        value={values.reason ?? ''}
        choices={removalReasons.map((reason) => ({ value: reason, text: reasons(reason) }))}
        empty={forms('choose')}
        isRequired
      />
      <TextArea
        texts={{ id: 'hide-note', name: 'note', label: t('hideNote'), hint: t('hideNoteHint'), refusal: refusals.note }}
        value={values.note ?? ''}
        rows={2}
        isRequired={false}
      />
      <p>
        <Button>{t('hide')}</Button>
      </p>
    </form>
  )
}

async function Restore({ post, texts: { values, refusals } }: { post: number; texts: Texts }) {
  const [t, locale] = await Promise.all([getTranslations('mine'), getLocale()])
  return (
    <form method="post" action={restorationsDoor} className="grid max-w-text gap-3">
      <Hidden fields={{ locale, post }} />
      <TextArea
        texts={{ id: 'restore-reason', name: 'reason', label: t('restoreReason'), refusal: refusals.reason }}
        value={values.reason ?? ''}
        rows={2}
      />
      <p>
        <Button>{t('restore')}</Button>
      </p>
    </form>
  )
}

async function Dismiss({ post }: { post: MyPost }) {
  const [t, reasons, locale] = await Promise.all([getTranslations('mine'), getTranslations('flagReasons'), getLocale()])
  return (
    <>
      {post.openFlags.map(({ reason, text }) => (
        <p key={`${reason} ${text}`} className="border-seal border-l-4 pl-3">
          <b>{reasons(reason as FlagReason)}</b> {text}
        </p>
      ))}
      <form method="post" action={flagDecisionsDoor} className="flex flex-wrap items-center gap-3">
        <Hidden fields={{ locale, post: post.id, next: minePath(locale, post.id) }} />
        <p>{t('openFlags', { count: post.openFlags.length })}</p>
        <Button tone="quiet">{t('dismiss')}</Button>
      </form>
    </>
  )
}
