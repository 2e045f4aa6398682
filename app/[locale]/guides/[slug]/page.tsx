import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GuideBody } from '@/components/guides/guide-body'
import { GuideData } from '@/components/guides/guide-data'
import { Prose } from '@/components/guides/prose'
import { Titled } from '@/components/guides/titled'
import { Frame } from '@/components/layout/frame'
import { Island } from '@/components/layout/island'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { guideWithFacts } from '@/lib/guides/read'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { askPath, followPath, guidePath, guidePrintPath, guidesPath, sharePath } from '@/lib/paths'

type Props = PageProps<'/[locale]/guides/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()])
  const found = await guideWithFacts(slug, locale)
  if (!found) return missingMetadata()
  const { title, summary } = found.guide
  return publicMetadata({ locale, address: (one) => guidePath(one, found.guide.slug), title, description: summary })
}

export default async function GuideRoute({ params }: Props) {
  const [{ slug: asked }, locale, t, follow] = await Promise.all([
    params,
    getLocale(),
    getTranslations('guides'),
    getTranslations('follow'),
  ])
  const found = await guideWithFacts(asked, locale)
  if (!found) return <Missing />
  const { guide, facts } = found
  const { slug } = guide
  return (
    <Frame address={(one) => guidePath(one, slug)}>
      <Island />
      <GuideData guide={guide} facts={facts} />
      <article>
        <p className="text-sm">
          <a href={guidesPath(locale)}>{t('title')}</a> › {t(`tasks.${guide.task}`)}
        </p>
        <h1 className="mt-1 text-2xl">{guide.title}</h1>
        <p className="my-3 max-w-text text-lg">
          <Prose text={guide.words.lead} facts={facts} />
        </p>
        <GuideBody guide={guide} facts={facts} />
      </article>
      <section className="mb-8 rounded-card bg-sunken p-4 sm:p-6">
        <h2 className="text-xl">{t('didItWork')}</h2>
        <p className="my-3">{t('didItWorkText')}</p>
        <p className="flex flex-wrap gap-3">
          <LinkButton href={sharePath(locale)}>{t('share')}</LinkButton>
          <LinkButton href={askPath(locale)} tone="quiet">
            {t('ask')}
          </LinkButton>
          <LinkButton href={guidePrintPath(locale, slug)} tone="quiet">
            {t('print')}
          </LinkButton>
          <LinkButton href={followPath(locale, { guide: slug })} tone="quiet">
            {follow('guide')}
          </LinkButton>
        </p>
      </section>
      {guide.related.length > 0 && (
        <Titled id="related" title={t('related')}>
          <ul className="grid gap-1 pl-5">
            {guide.related.map((other) => (
              <li key={other.slug} className="list-disc">
                <a href={guidePath(locale, other.slug)}>{other.title}</a>
              </li>
            ))}
          </ul>
        </Titled>
      )}
    </Frame>
  )
}
