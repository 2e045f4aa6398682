import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Gone } from '@/components/pages/gone'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { clock } from '@/lib/clock'
import { type Receipt, receiptFor } from '@/lib/feedback/queries'
import { formatInstant } from '@/lib/i18n/format'
import { reference } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { feedbackPath, feedbackReceivedPath, homePath } from '@/lib/paths'

type Props = PageProps<'/[locale]/feedback/received/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const receipt = await receiptOf(params)
  const t = await getTranslations()
  if (receipt === 'gone') return privateMetadata({ title: t('gone.title'), description: t('gone.text') })
  if (!receipt) return privateMetadata({ title: t('missing.title'), description: t('missing.text') })
  return privateMetadata({ title: t('feedback.received.title'), description: t('feedback.received.description') })
}

export default async function ReceivedPage({ params }: Props) {
  const { id } = await params
  const receipt = await receiptOf(params)
  if (receipt === 'gone') return <Gone />
  if (!receipt) return <Missing />
  return (
    <Frame address={(locale) => feedbackReceivedPath(locale, id)}>
      <Received id={id} receipt={receipt} />
    </Frame>
  )
}

async function receiptOf(params: Props['params']) {
  const viewer = await currentViewer()
  return receiptFor(viewer, (await params).id, clock())
}

async function Received({ id, receipt }: { id: string; receipt: Receipt }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('feedback.received'),
    getTranslations('feedbackKinds'),
    getLocale(),
  ])
  const back = receipt.page ?? homePath(locale)
  return (
    <>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <dl className="mb-6 grid max-w-text grid-cols-[auto_1fr] gap-x-6 gap-y-1 border-line border-y py-4">
        <Row term={t('reference')} text={reference(id)} />
        <Row term={t('kind')} text={kinds(receipt.kind)} />
        <Row term={t('sentAt')} text={t('brusselsTime', { when: formatInstant(locale, receipt.sentAt) })} />
        {receipt.page && <Row term={t('page')} text={receipt.page} />}
      </dl>
      <p className="mb-6 max-w-text">{receipt.expectsAnswer ? t('answer') : t('noAnswer')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={back}>{receipt.page ? t('backToPage') : t('backHome')}</LinkButton>
        <LinkButton href={feedbackPath(locale)} tone="quiet">
          {t('another')}
        </LinkButton>
      </p>
    </>
  )
}

function Row({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd>{text}</dd>
    </>
  )
}
