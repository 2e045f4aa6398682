import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GuideBody } from '@/components/guides/guide-body'
import { Prose } from '@/components/guides/prose'
import { Missing } from '@/components/pages/missing'
import { env } from '@/lib/env'
import { guideWithFacts } from '@/lib/guides/read'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { absolute, guidePath } from '@/lib/paths'

type Props = PageProps<'/[locale]/guides/[slug]/print'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()])
  const found = await guideWithFacts(slug, locale)
  if (!found) return missingMetadata()
  // Not for search engines: the guide itself is.
  const metadata = await privateMetadata({ title: found.guide.title, description: found.guide.summary })
  return { ...metadata, alternates: { canonical: absolute(guidePath(locale, found.guide.slug), env().publicUrl) } }
}

/** The guide without everything around it, for paper: what is folded on the screen is open here. */
export default async function GuidePrintRoute({ params }: Props) {
  const [{ slug: asked }, locale, t] = await Promise.all([params, getLocale(), getTranslations('guides')])
  const found = await guideWithFacts(asked, locale)
  if (!found) return <Missing />
  const { guide, facts } = found
  const { slug } = guide
  return (
    <main className="print-view mx-auto max-w-page px-4 py-6">
      <p className="screen-only mb-4">
        <a href={guidePath(locale, slug)}>{t('backFromPrint')}</a> · {t('printHint')}
      </p>
      <h1 className="text-2xl">{guide.title}</h1>
      <p className="my-3 text-lg">
        <Prose text={guide.words.lead} facts={facts} />
      </p>
      <GuideBody guide={guide} facts={facts} isOpen />
      <p className="text-sm">
        {env().SITE_NAME} · {absolute(guidePath(locale, slug), env().publicUrl)}
      </p>
    </main>
  )
}
