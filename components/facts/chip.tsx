import { getLocale, getTranslations } from 'next-intl/server'
import type { FactView } from '@/lib/facts/display'
import { shortValue } from '@/lib/facts/value'

/** A fact inside a sentence: its value, leading to its source and date. A value that should be checked first says so. */
export async function FactChip({ fact }: { fact: FactView | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('facts'), getLocale()])
  const value = fact?.standing === 'fact' ? shortValue(fact.value, locale) : undefined
  if (!fact || !value) return <a href={fact?.address}>{t('unknownValue')}</a>
  return (
    <a href={fact.address} className="fact">
      <Breakable text={value} />
      {fact.standing === 'fact' && fact.confidence === 'medium' && <i>{t('checkShort')}</i>}
    </a>
  )
}

// A long address breaks before its @, and is copied as it is.
function Breakable({ text }: { text: string }) {
  const [name, host] = text.split('@', 2)
  if (!host) return text
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  )
}
