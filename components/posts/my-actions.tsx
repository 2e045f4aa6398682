import { getLocale, getTranslations } from 'next-intl/server'
import { FollowForm } from '@/components/following/follow-form'
import { AnswerForm } from '@/components/questions/answer-form'
import { Button, LinkButton } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { acceptancesDoor } from '@/lib/doors'
import { newId } from '@/lib/ids'
import { minePath, myAbilitiesPath, signInPath } from '@/lib/paths'
import type { MyPost } from '@/lib/posts/mine'
import { CommentForm } from './comment-form'
import { FlagForm } from './flag-form'
import { ModeratorForms } from './moderator-forms'
import { VoteButtons } from './vote-buttons'

type Texts = { values: Record<string, string>; refusals: Record<string, string> }
type Forms = ReadonlyMap<string, Texts>

const empty: Texts = { values: {}, refusals: {} }

export async function MyActions({
  post,
  shown,
  isGuest,
  isModerator,
  canVoteDown,
}: {
  post: MyPost
  shown: Forms
  isGuest: boolean
  isModerator: boolean
  canVoteDown: boolean
}) {
  const [t, follow, locale] = await Promise.all([getTranslations('mine'), getTranslations('follow'), getLocale()])
  const here = minePath(locale, post.id)
  const texts = (door: string) => shown.get(door) ?? empty
  // What is hidden is not talked about.
  const isOpen = !post.removal && post.isHomeShown
  const canVote = isOpen && (post.kind === 'question' || post.kind === 'answer') && !post.isMine
  return (
    <>
      {isGuest && (
        <div className="mb-8 max-w-text">
          <Notice>
            <p className="mb-3">{t('guest')}</p>
            <LinkButton href={signInPath(locale, here)}>{t('signIn')}</LinkButton>
          </Notice>
        </div>
      )}
      {post.removal && <Removed removal={post.removal} isMine={post.isMine} />}
      {canVote && (
        <Section id="vote" title={t('vote')}>
          <p>{t(`voted.${post.vote === 1 ? 'up' : post.vote === -1 ? 'down' : 'none'}`)}</p>
          <VoteButtons post={post.id} score={post.score} mine={post.vote} next={`${here}#vote`} />
          {!isGuest && !canVoteDown && (
            <p className="text-muted text-sm">
              {t.rich('voteDownLater', { link: (words) => <a href={myAbilitiesPath(locale)}>{words}</a> })}
            </p>
          )}
        </Section>
      )}
      {isOpen && post.kind === 'question' && !isGuest && (
        <Section id="follow" title={follow('title')}>
          <FollowForm target={{ post: post.id }} isFollowed={post.isFollowed} />
        </Section>
      )}
      {isOpen && post.acceptance && <Accept post={post} acceptance={post.acceptance} />}
      {isOpen && post.kind === 'question' && (
        <Section id="answer" title={t('answer')}>
          <AnswerForm
            question={post.id}
            submission={newId()}
            value={texts('answer').values.body}
            refusal={texts('answer').refusals.body}
            isGuest={isGuest}
          />
        </Section>
      )}
      {isOpen && post.kind !== 'comment' && (
        <Section id="comment" title={t('comment')}>
          <CommentForm
            post={post.id}
            submission={newId()}
            value={texts('comment').values.body}
            refusal={texts('comment').refusals.body}
          />
        </Section>
      )}
      {isOpen && !post.isMine && (
        <Section id="flag" title={t('flag')}>
          {post.hasFlagged ? (
            <p className="font-semibold">{t('flagged')}</p>
          ) : (
            <FlagForm post={post.id} texts={texts('flag')} />
          )}
        </Section>
      )}
      {isModerator && <ModeratorForms post={post} hide={texts('hide')} restore={texts('restore')} />}
    </>
  )
}

async function Accept({ post, acceptance }: { post: MyPost; acceptance: { questionId: number; isAccepted: boolean } }) {
  const [t, locale] = await Promise.all([getTranslations('mine'), getLocale()])
  const { questionId, isAccepted } = acceptance
  return (
    <Section id="accept" title={t('accept')}>
      <p className="max-w-text">{isAccepted ? t('isAccepted') : t('acceptText')}</p>
      <form method="post" action={acceptancesDoor}>
        <Hidden fields={{ locale, question: questionId, answer: isAccepted ? '' : post.id }} />
        <Button tone={isAccepted ? 'quiet' : 'main'}>{isAccepted ? t('unaccept') : t('acceptButton')}</Button>
      </form>
    </Section>
  )
}

async function Removed({ removal, isMine }: { removal: NonNullable<MyPost['removal']>; isMine: boolean }) {
  const [t, reasons] = await Promise.all([getTranslations('mine'), getTranslations('removalReasons')])
  return (
    <div className="mb-8 max-w-text">
      <Notice tone="warn">
        <p className="font-semibold">{isMine ? t('removedMine') : t('removed')}</p>
        <p>{t('removedWhy', { reason: reasons(removal.reason as never) })}</p>
        {removal.note && <p>{t('removedNote', { note: removal.note })}</p>}
      </Notice>
    </div>
  )
}
