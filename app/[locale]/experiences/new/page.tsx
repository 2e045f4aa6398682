import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { type ShareFields, ShareForm, shareFields } from '@/components/experiences/share-form'
import { Frame } from '@/components/layout/frame'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Waiting } from '@/components/ui/waiting'
import { clock } from '@/lib/clock'
import { currentDraft } from '@/lib/door/current-draft'
import { monthsUntil } from '@/lib/experiences/schema'
import { operatorList, subjectNames } from '@/lib/facts/queries'
import { formatMonth } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { sharePath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('share')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

export default async function SharePage({ searchParams }: PageProps<'/[locale]/experiences/new'>) {
  const [t, locale, asked] = await Promise.all([getTranslations('share'), getLocale(), searchParams])
  const { viewer, shown } = await currentDraft('share')
  const choices = await choicesIn(locale)
  const operator = typeof asked.operator === 'string' ? asked.operator : ''
  const empty = Object.fromEntries(shareFields.map((name) => [name, ''])) as ShareFields
  return (
    <Frame address={sharePath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {shown.isWaiting && <Waiting />}
      {shown.reason && <Refused reason={shown.reason} isCut={shown.isCut} />}
      <ShareForm
        values={{ ...empty, operator, month: choices.month[0]?.value ?? '', ...shown.values }}
        refusals={shown.refusals}
        submission={newId()}
        choices={choices}
        isGuest={viewer.id === null}
      />
    </Frame>
  )
}

async function choicesIn(locale: Locale) {
  const t = await getTranslations('share')
  const [operators, channels, payments] = await Promise.all([
    operatorList(locale),
    subjectNames('channel', locale),
    subjectNames('payment', locale),
  ])
  const named = (all: readonly { slug: string; name: string }[]) =>
    all.map(({ slug, name }) => ({ value: slug, text: name }))
  const months = monthsUntil(clock()).map((month) => ({
    value: month,
    text: formatMonth(locale, new Date(`${month}-01`)),
  }))
  return {
    operator: named(operators.filter(({ sells }) => sells !== 'gone')),
    channel: [...named(channels), { value: 'other', text: t('other') }],
    payment: [{ value: 'voucher', text: t('voucher') }, ...named(payments), { value: 'other', text: t('other') }],
    month: months,
  }
}
