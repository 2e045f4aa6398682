import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { followsDoor } from '@/lib/doors'
import type { FollowInput } from '@/lib/following/schema'

/** Begins to follow something, or stops: says how it stands now, and the button turns it. */
export async function FollowForm({
  target,
  isFollowed,
  next,
  about,
}: {
  target: Omit<FollowInput, 'follow'>
  isFollowed: boolean
  next?: string
  /** What it is about, where several such forms stand on one page. */
  about?: string
}) {
  const [t, locale] = await Promise.all([getTranslations('follow'), getLocale()])
  return (
    <form method="post" action={followsDoor} className="grid gap-3">
      <Hidden fields={{ locale, next, ...target, follow: isFollowed ? 'no' : 'yes' }} />
      {about === undefined && <p className="max-w-text">{isFollowed ? t('isOn') : t('isOff')}</p>}
      <p>
        <Button tone={isFollowed ? 'quiet' : 'main'}>
          {isFollowed ? t('stop') : t('start')}
          {about !== undefined && <span className="sr-only"> {about}</span>}
        </Button>
      </p>
    </form>
  )
}
