import { getLocale, getTranslations } from 'next-intl/server'
import { votesDoor } from '@/lib/doors'

type Vote = -1 | 0 | 1

/**
 * Up, the score, down: one plain form, so that it works without JavaScript on a page that is the same for everybody. The island
 * (components/island) marks what is mine and sends it without leaving the page.
 */
export async function VoteButtons({
  post,
  score,
  mine,
  next,
}: {
  post: number
  score: number
  mine?: Vote
  next?: string
}) {
  const [t, locale] = await Promise.all([getTranslations('posts'), getLocale()])
  return (
    <form method="post" action={votesDoor} data-post={post} className="votes">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="post" value={post} />
      {next && <input type="hidden" name="next" value={next} />}
      <button
        type="submit"
        name="value"
        value={mine === 1 ? 0 : 1}
        aria-label={t('up')}
        aria-pressed={pressed(mine, 1)}
      >
        ▲
      </button>
      <output aria-label={t('score')}>{score}</output>
      <button
        type="submit"
        name="value"
        value={mine === -1 ? 0 : -1}
        aria-label={t('down')}
        aria-pressed={pressed(mine, -1)}
      >
        ▼
      </button>
    </form>
  )
}

// On a shared page nobody's vote is known, and nothing is said of it.
function pressed(mine: Vote | undefined, value: Vote): boolean | undefined {
  return mine === undefined ? undefined : mine === value
}
