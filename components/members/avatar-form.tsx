import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { controlOf, Field } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { avatarRemovalsDoor, avatarsDoor } from '@/lib/doors'
import { PICTURE_BYTES_MAX } from '@/lib/profiles/schema'
import { Avatar } from './avatar'

/** What stands beside my name on my page, another picture for it, and the way back to the drawing. */
export async function AvatarForm({
  member,
  picture,
  refusal,
}: {
  member: string
  picture: string | undefined
  refusal: string | undefined
}) {
  const [t, locale] = await Promise.all([getTranslations('profile'), getLocale()])
  const texts = {
    name: 'picture',
    label: t('picture'),
    hint: t('pictureHint', { megabytes: PICTURE_BYTES_MAX / 1_000_000 }),
    refusal,
  }
  return (
    <div className="grid max-w-text gap-4">
      <p>{t('pictureText')}</p>
      <div className="flex flex-wrap items-center gap-4">
        <Avatar member={member} picture={picture} />
        {picture && (
          <form method="post" action={avatarRemovalsDoor}>
            <Hidden fields={{ locale }} />
            <Button tone="quiet">{t('pictureRemove')}</Button>
          </form>
        )}
      </div>
      <form method="post" action={avatarsDoor} encType="multipart/form-data" className="grid gap-4">
        <Hidden fields={{ locale }} />
        <Field texts={texts}>
          <input {...controlOf(texts)} type="file" accept="image/jpeg,image/png,image/webp" required />
        </Field>
        <p>
          <Button tone="quiet">{t('pictureSave')}</Button>
        </p>
      </form>
    </div>
  )
}
