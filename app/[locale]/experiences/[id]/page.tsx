import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Outcome } from '@/components/experiences/outcome'
import { Particulars } from '@/components/experiences/particulars'
import { Frame } from '@/components/layout/frame'
import { Island } from '@/components/layout/island'
import { Missing } from '@/components/pages/missing'
import { Byline } from '@/components/posts/byline'
import { Comments } from '@/components/posts/comments'
import { MineLink } from '@/components/posts/mine-link'
import { RichText } from '@/components/posts/rich-text'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { OnTarget } from '@/components/ui/on-target'
import { subjectNameMap } from '@/lib/experiences/names'
import { experiencePage } from '@/lib/experiences/queries'
import { missingMetadata, postMetadata } from '@/lib/pages/metadata'
import { experiencePath, experiencesPath, operatorPath, PUBLISHED, postAnchor } from '@/lib/paths'
import { PostId } from '@/lib/posts/schema'

type Props = PageProps<'/[locale]/experiences/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [experience, t] = await Promise.all([experienceOf(params), getTranslations()])
  if (!experience) return missingMetadata()
  const { id, locale, operator, outcome, excerpt } = experience
  const title = t('experiences.one', { operator: operator.name, outcome: t(`outcomes.${outcome}`) })
  return postMetadata({ canonical: experiencePath(locale, id), title, description: excerpt, locale })
}

export default async function ExperienceRoute({ params }: Props) {
  const [experience, locale, t] = await Promise.all([experienceOf(params), getLocale(), getTranslations()])
  if (!experience) return <Missing />
  const names = await subjectNameMap(locale)
  const { id, operator, outcome } = experience
  return (
    <Frame address={(one) => experiencePath(one, id)}>
      <Island />
      <p className="text-sm">
        <a href={experiencesPath(locale)}>{t('experiences.title')}</a> ›{' '}
        <a href={operatorPath(locale, operator.slug)}>{operator.name}</a>
      </p>
      <OnTarget id={PUBLISHED}>{t('posts.published')}</OnTarget>
      <article id={postAnchor(id)} data-own={id} className="grid max-w-text gap-4">
        <h1 className="mt-1 text-2xl">
          {t('experiences.one', { operator: operator.name, outcome: t(`outcomes.${outcome}`) })}
        </h1>
        <p>
          <Outcome outcome={outcome} /> <Particulars experience={experience} names={names} />
        </p>
        <RichText html={experience.html} locale={experience.locale} />
        <p>
          <Byline post={experience} /> · <MineLink post={id} isForComments />
        </p>
        <Comments comments={experience.comments} />
        <Notice>
          <p>{t('experiences.oneOnly')}</p>
        </Notice>
      </article>
      <p className="mt-6">
        <LinkButton href={operatorPath(locale, operator.slug)} tone="quiet">
          {t('experiences.toHub', { operator: operator.name })}
        </LinkButton>
      </p>
    </Frame>
  )
}

async function experienceOf(params: Props['params']) {
  const post = PostId.safeParse((await params).id)
  return post.success ? experiencePage(post.data) : undefined
}
