import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/components/pages/missing'
import { privateMetadata } from '@/lib/pages/metadata'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('missing')
  return privateMetadata({ title: t('title'), description: t('text') })
}

export default function MissingPage() {
  return <Missing />
}
