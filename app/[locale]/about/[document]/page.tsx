import type { Metadata } from 'next'
import { io } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { Prose } from '@/components/guides/prose'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { documents, filled, isDocumentName } from '@/lib/documents/documents'
import { documentValues } from '@/lib/documents/values'
import { missingMetadata, publicMetadata } from '@/lib/pages/metadata'
import { documentPath } from '@/lib/paths'

type Props = PageProps<'/[locale]/about/[document]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ document: name }, locale] = await Promise.all([params, getLocale()])
  if (!isDocumentName(name)) return missingMetadata()
  const { title, summary } = documents[name][locale]
  return publicMetadata({ locale, address: (one) => documentPath(one, name), title, description: summary })
}

/** What the house says about itself: rules, privacy, accessibility, licence. */
export default async function DocumentPage({ params }: Props) {
  const [{ document: name }, locale] = await Promise.all([params, getLocale()])
  if (!isDocumentName(name)) return <Missing />
  await io() // Names and addresses are the server's, not the build's.
  const { title, lead, sections } = documents[name][locale]
  const values = documentValues(locale)
  const say = (text: string) => <Prose text={filled(text, values)} facts={noFacts} />
  return (
    <Frame address={(one) => documentPath(one, name)}>
      <article className="max-w-text">
        <PageTitle lead={filled(lead, values)}>{title}</PageTitle>
        {sections.map((section) => (
          <Section key={section.id} id={section.id} title={section.title}>
            {section.text.map((text) => (
              <p key={text}>{say(text)}</p>
            ))}
            {section.items.length > 0 && (
              <ul className="grid list-disc gap-2 pl-5 marker:text-seal">
                {section.items.map((item) => (
                  <li key={item}>{say(item)}</li>
                ))}
              </ul>
            )}
          </Section>
        ))}
      </article>
    </Frame>
  )
}

const noFacts = new Map()
