import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { Byline } from '@/components/posts/byline'
import { MyActions } from '@/components/posts/my-actions'
import { RichText } from '@/components/posts/rich-text'
import { Refused } from '@/components/ui/refused'
import { Waiting } from '@/components/ui/waiting'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isModerator } from '@/lib/accounts/policy'
import { currentDrafts } from '@/lib/door/current-draft'
import { htmlLang } from '@/lib/i18n/locales'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { minePath, postAnchor } from '@/lib/paths'
import { myPost } from '@/lib/posts/mine'
import { pathOf } from '@/lib/posts/path'
import { PostId } from '@/lib/posts/schema'
import { isAble } from '@/lib/trust/abilities'

type Props = PageProps<'/[locale]/posts/[id]/mine'>

// The doors whose refused forms lead here.
const doors = ['answer', 'comment', 'vote', 'accept', 'flag', 'follow', 'dismiss', 'hide', 'restore'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [post, t] = await Promise.all([postOf(params), getTranslations('mine')])
  if (!post) return missingMetadata()
  return privateMetadata({ title: post.title ?? t(`titles.${post.kind}`), description: t('lead') })
}

/** Everything that this viewer may do with one post, without a script (design, section 5). */
export default async function MinePage({ params }: Props) {
  const post = await postOf(params)
  if (!post) return <Missing />
  const [t, locale] = await Promise.all([getTranslations('mine'), getLocale()])
  const { viewer, shown } = await currentDrafts(doors, post.id)
  const [refused] = [...shown.values()].filter(({ reason }) => reason)
  return (
    <Frame address={(one) => minePath(one, post.id)}>
      <p className="text-sm">
        {post.isHomeShown ? (
          <a href={`${pathOf(post.home, locale)}#${postAnchor(post.id)}`}>{t('back')}</a>
        ) : (
          t('hiddenHome')
        )}
      </p>
      <h1 className="mt-1 mb-4 text-2xl" lang={post.title ? htmlLang[post.locale] : undefined}>
        {post.title ?? t(`titles.${post.kind}`)}
      </h1>
      {[...shown.values()].some(({ isWaiting }) => isWaiting) && <Waiting />}
      {refused?.reason && (
        <Refused
          reason={refused.reason}
          isCut={refused.isCut}
          hasWords={'body' in refused.values || 'text' in refused.values}
        />
      )}
      <article className="mb-8 max-w-text rounded-card border border-line bg-surface p-4">
        <RichText html={post.html} locale={post.locale} />
        <p className="mt-2">
          <Byline post={post} />
        </p>
      </article>
      <MyActions
        post={post}
        shown={shown}
        isGuest={viewer.id === null}
        isModerator={isModerator(viewer)}
        canVoteDown={viewer.id !== null && isAble(viewer, 'voteDown')}
      />
    </Frame>
  )
}

async function postOf(params: Props['params']) {
  return postNumbered((await params).id)
}

// Asked for the title and for the page: read once.
const postNumbered = cache(async (id: string) => {
  const parsed = PostId.safeParse(id)
  return parsed.success ? myPost(await currentViewer(), parsed.data) : undefined
})
