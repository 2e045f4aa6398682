import { getLocale, getTranslations } from 'next-intl/server'
import { Dots } from '@/components/checking/confidence'
import { anchorOf, type FactView, type OpenFact, type ShownFact } from '@/lib/facts/display'
import type { FactValue } from '@/lib/facts/kinds'
import { spaced } from '@/lib/facts/value'
import { formatDay } from '@/lib/i18n/format'

/** Facts as sentences with source, date and confidence; what is not known as a question. `hasAnchors` on the page that is their home. */
export function FactList({ facts, hasAnchors = false }: { facts: readonly FactView[]; hasAnchors?: boolean }) {
  return (
    <ul className="grid list-none gap-3">
      {facts.map((fact) => (
        <li key={fact.key} id={hasAnchors ? anchorOf(fact.key) : undefined} className="target:bg-mark">
          {fact.standing === 'fact' ? <Known fact={fact} /> : <Open fact={fact} />}
        </li>
      ))}
    </ul>
  )
}

async function Known({ fact }: { fact: ShownFact }) {
  const [t, locale] = await Promise.all([getTranslations('facts'), getLocale()])
  return (
    <>
      <p>
        <Sentence fact={fact} />
      </p>
      {fact.note && <p className="text-sm">{fact.note}</p>}
      <p className="text-muted text-sm">
        <Dots filled={fact.confidence === 'high' ? 3 : 2} /> {t(fact.confidence)} · {t('source')}{' '}
        <Source url={fact.sourceUrl} />
        {fact.alsoUrls.map((url, index) => (
          <span key={url}>
            {' '}
            <Source url={url} number={index + 2} />
          </span>
        ))}{' '}
        · {fact.readOn ? t('readOn', { day: formatDay(locale, fact.readOn) }) : t('notReRead')}
      </p>
    </>
  )
}

/** The sentence, in which what can be opened, dialed or written to is a link; behind it where the sentence does not name it. */
function Sentence({ fact: { text, value } }: { fact: ShownFact }) {
  const href = hrefOf(value)
  if (!href) return text
  const [before, named, after] = namedIn(text, labelOf(value))
  return (
    <>
      {before}
      <a href={href} rel="noopener" className="font-semibold">
        {named}
      </a>
      {after}
    </>
  )
}

// Where the sentence names it: the whole of an address, not the host in its middle; behind the sentence if it does not.
function namedIn(text: string, label: string): [string, string, string] {
  const at = text.indexOf(label)
  if (at < 0) return [`${text} `, label, '']
  const start = at - (/[\w./:-]*$/.exec(text.slice(0, at))?.[0].length ?? 0)
  const rest = /^[\w./?=%#-]*[\w/]/.exec(text.slice(at + label.length))?.[0] ?? ''
  const end = at + label.length + rest.length
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
}

function hrefOf(value: FactValue): string | undefined {
  if (value.kind === 'url') return value.value.url
  if (value.kind === 'phone') return `tel:${value.value.number}`
  if (value.kind === 'email') return `mailto:${value.value.address}`
  return value.kind === 'code' && value.value.way !== 'sms'
    ? `tel:${value.value.code.replaceAll('#', '%23')}`
    : undefined
}

function labelOf(value: FactValue): string {
  if (value.kind === 'url') return new URL(value.value.url).hostname.replace(/^www\./, '')
  if (value.kind === 'phone') return spaced(value.value.number)
  if (value.kind === 'email') return value.value.address
  return value.kind === 'code' ? value.value.code : ''
}

async function Open({ fact }: { fact: OpenFact }) {
  const t = await getTranslations('facts')
  return (
    <p className="border-line border-l-4 pl-3">
      <span className="text-muted text-sm">{t('open')}</span> {fact.question}
    </p>
  )
}

function Source({ url, number }: { url: string; number?: number }) {
  return (
    <a href={url} rel="noopener">
      {new URL(url).hostname.replace(/^www\./, '')}
      {number && ` (${number})`}
    </a>
  )
}
