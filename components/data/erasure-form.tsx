import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { type PostChoice, postChoices } from '@/lib/data/schema'
import { erasuresDoor } from '@/lib/doors'

type Typed = { values: Record<string, string>; refusals: Record<string, string> }

/** What becomes of one's posts, and the name typed by hand. */
export async function ErasureForm({ handle, shown }: { handle: string; shown: Typed }) {
  const [t, locale] = await Promise.all([getTranslations('data.erasure'), getLocale()])
  const { values, refusals } = shown
  return (
    <form method="post" action={erasuresDoor} className="grid max-w-text gap-6">
      <Hidden fields={{ locale }} />
      <fieldset
        aria-describedby={refusals.posts ? 'posts-refusal' : undefined}
        className={refusals.posts ? 'border-seal border-l-4 pl-3' : undefined}
      >
        <legend className="font-semibold">{t('posts')}</legend>
        {refusals.posts && (
          <p id="posts-refusal" className="font-semibold text-seal text-sm">
            {refusals.posts}
          </p>
        )}
        {postChoices.map((choice) => (
          <PostsChoice key={choice} choice={choice} isChosen={(values.posts ?? 'keep') === choice} />
        ))}
      </fieldset>
      <TextField
        texts={{ name: 'handle', label: t('handle'), hint: t('handleHint', { handle }), refusal: refusals.handle }}
        value={values.handle ?? ''}
        autoComplete="off"
        isRequired
      />
      <p>
        <Button tone="danger">{t('send')}</Button>
      </p>
    </form>
  )
}

async function PostsChoice({ choice, isChosen }: { choice: PostChoice; isChosen: boolean }) {
  const t = await getTranslations('data.erasure')
  const hint = `posts-${choice}-hint`
  return (
    <div className="py-1.5">
      <label className="flex items-center gap-3">
        <input
          type="radio"
          name="posts"
          value={choice}
          required
          defaultChecked={isChosen}
          aria-describedby={hint}
          className="size-5 shrink-0 accent-jade"
        />
        {t(choice)}
      </label>
      <p id={hint} className="pl-8 text-muted text-sm">
        {t(`${choice}Hint`)}
      </p>
    </div>
  )
}
