import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import type { ShownFact } from '@/lib/facts/display'
import { spaced } from '@/lib/facts/value'
import type { GuideBones, GuideWords } from '@/lib/guides/guide-file'
import type { Facts } from './prose'

export type Action = GuideBones['parts'][number]['steps'][number]['actions'][number]

/** What the reader's hand does at a step: a page to open, a number to dial, a text to send, a name to look for, words to show. */
export async function ActionCard({
  action,
  facts,
  phrases,
}: {
  action: Action
  facts: Facts
  phrases: GuideWords['phrases']
}) {
  const t = await getTranslations('guides')
  if (action.kind === 'show') return <Phrase phrase={phrases[action.phrase]} />
  const fact = facts.get(action.fact)
  if (fact?.standing !== 'fact') return null
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <p className="text-muted text-sm">
        {fact.operator && <strong className="text-ink">{fact.operator}</strong>} {t(`actions.${action.kind}`)}
        {fact.confidence === 'medium' && <> · {t('checkFirst')}</>}
      </p>
      <Doing fact={fact} />
      {/* Whose it is, where no operator's name says so. */}
      {!fact.operator && <p className="mt-1 text-sm">{fact.text}</p>}
      {fact.note && <p className="text-sm">{fact.note}</p>}
    </div>
  )
}

async function Doing({ fact: { value } }: { fact: ShownFact }) {
  const t = await getTranslations('guides')
  if (value.kind === 'url')
    return (
      <p className="mt-2">
        <LinkButton href={value.value.url} tone="quiet">
          {pageName(new URL(value.value.url))}
        </LinkButton>
      </p>
    )
  if (value.kind === 'phone') return <Dial number={value.value.number} shown={spaced(value.value.number)} />
  if (value.kind === 'name') return <p className="font-bold text-lg">{value.value.name}</p>
  if (value.kind !== 'code') return null
  if (value.value.way !== 'sms') return <Dial number={value.value.code} shown={value.value.code} />
  const { code, to } = value.value
  return (
    <>
      <Code text={code} />
      <p>{t.rich('smsTo', { to, number: (words) => <strong className="font-mono text-lg">{words}</strong> })}</p>
      <p className="my-2">
        <LinkButton href={`sms:${to}?&body=${encodeURIComponent(code.replace(/<.*$/, ''))}`} tone="quiet">
          {t('writeSms')}
        </LinkButton>
      </p>
      {code.includes('<') && <p className="text-muted text-sm">{t('placeholder')}</p>}
    </>
  )
}

// Host and page, so that two pages of one site are two different buttons.
function pageName({ hostname, pathname }: URL): string {
  const page = pathname.split('/').filter(Boolean).at(-1)
  return page ? `${hostname}/…/${page}` : hostname
}

/** The number on the button that dials it, so that it can be read, tapped and copied in one line. */
async function Dial({ number, shown }: { number: string; shown: string }) {
  const t = await getTranslations('guides')
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2">
      <LinkButton href={`tel:${number.replaceAll('#', '%23')}`} tone="quiet">
        {t('dial')} <code className="whitespace-nowrap font-mono text-lg">{shown}</code>
      </LinkButton>
      <Copy text={shown} />
    </p>
  )
}

/** A code in large type: one tap selects all of it, and where scripts run there is a button that copies it. */
function Code({ text }: { text: string }) {
  return (
    <p className="flex flex-wrap items-center gap-3">
      <code className="select-all font-bold font-mono text-xl">{text}</code>
      <Copy text={text} />
    </p>
  )
}

async function Copy({ text }: { text: string }) {
  const t = await getTranslations('guides')
  return (
    <button type="button" hidden data-copy={text} data-copied={t('copied')} className="small-button">
      {t('copy')}
    </button>
  )
}

// What a shop assistant takes in at a glance is set large; a letter is set to be read.
const GLANCE_CHARACTERS = 110

async function Phrase({ phrase }: { phrase: GuideWords['phrases'][string] | undefined }) {
  const t = await getTranslations('guides')
  if (!phrase) return null
  const isLetter = Math.max(phrase.fr.length, phrase.nl.length) > GLANCE_CHARACTERS
  return (
    <div className="rounded-card border border-line bg-surface p-3">
      <p className="text-muted text-sm">
        <b>{t('actions.show')}</b> {phrase.meaning}
      </p>
      {(['fr', 'nl'] as const).map((locale) => (
        <p key={locale} lang={locale} className="mt-1">
          <span className="text-muted text-sm">{locale.toUpperCase()}</span>{' '}
          <span className={isLetter ? undefined : 'font-bold text-lg'}>{phrase[locale]}</span>
        </p>
      ))}
    </div>
  )
}
