import type { Locale } from '../i18n/locales'

/** What a sentence of ours must not contain, by language. A sentence comes here without its facts, links' targets and quoted claims. */
type Rule = { says: string; finds: RegExp }

const everywhere: Rule[] = [
  // 3G, 4G and 5G are words; every other figure comes from the ledger.
  { says: 'types a figure', finds: /\d(?!G\b)|[016-9]G\b/ },
  { says: 'types an address', finds: /https?:|www\.|\.be\b|@/ },
  { says: 'has an open mark', finds: /\{\{|\}\}|\]\(|\*\*/ },
]

const NUMBERS_EN =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|sixty|ninety'
const NUMBERS_FR = 'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|trente|soixante'
const NUMBERS_NL = 'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|achttien|twintig|dertig|zestig'

const han = { says: 'has a Chinese word', finds: /\p{Script=Han}/u }

/** A period, a price or a length in words is a figure as well. */
export const languageRules: Record<Locale, Rule[]> = {
  zh: [
    ...everywhere,
    {
      says: 'says a figure in words',
      finds: /[一二两三四五六七八九十百千半]+(个半?)?(月|年|天|周|星期|小时|分钟|欧元|位数)/,
    },
    {
      says: 'puts Chinese and Latin letters together without a space',
      finds: /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u,
    },
    { says: 'has half-width punctuation after Chinese', finds: /\p{Script=Han}[,;:?!]/u },
  ],
  en: [
    ...everywhere,
    han,
    {
      says: 'says a figure in words',
      finds: new RegExp(`\\b(${NUMBERS_EN})\\s+(hours?|days?|weeks?|months?|years?|minutes?|euros?|digits?)\\b`, 'i'),
    },
  ],
  fr: [
    ...everywhere,
    han,
    {
      says: 'says a figure in words',
      finds: new RegExp(
        `\\b(${NUMBERS_FR})\\s+(heures?|jours?|semaines?|mois|ans?|années?|minutes?|euros?|chiffres?)\\b`,
        'i',
      ),
    },
    { says: 'lacks a no-break space before : ; ? ! » or after «', finds: /[^\u00a0][:;?!»](?!\S)|«[^\u00a0]/ },
  ],
  nl: [
    ...everywhere,
    han,
    {
      says: 'says a figure in words',
      finds: new RegExp(`\\b(${NUMBERS_NL})\\s+(uur|uren|dag|dagen|weken|maanden|jaar|minuten|euro|cijfers)\\b`, 'i'),
    },
  ],
}

/** Words that promise without a date, and those that say who knows it. */
export const hedges: Record<Locale, { vague: RegExp; whoKnows: RegExp }> = {
  zh: { vague: /也许|或许|大概|说不定|不久|很快/, whoKnows: /客服|门店|运营商|还没查到|告诉我们|问/ },
  en: {
    vague: /\b(soon|maybe|perhaps|probably)\b/i,
    whoKnows: /customer service|operator|shop|not known|tell us|ask/i,
  },
  fr: {
    vague: /\b(bientôt|peut-être|sans doute|probablement)\b/i,
    whoKnows: /service client|opérateur|boutique|magasin|ne savons pas|dites-le-nous|demand/i,
  },
  nl: {
    vague: /\b(binnenkort|misschien|wellicht|waarschijnlijk)\b/i,
    whoKnows: /klantendienst|operator|winkel|weten we niet|laat het ons weten|vraag/i,
  },
}

/** How long a guide may be: characters in Chinese, words elsewhere. */
export const LONGEST: Record<Locale, number> = { zh: 2600, en: 1500, fr: 1600, nl: 1500 }

// What others claim is quoted, to be corrected: a figure in it is theirs.
const QUOTED: Record<Locale, RegExp> = { zh: /“[^”]*”/g, en: /“[^”]*”/g, fr: /«[^»]*»/g, nl: /‘[^’]*’|“[^”]*”/g }

/** A sentence without the claims that it quotes. */
export function withoutQuotes(text: string, locale: Locale): string {
  return text.replace(QUOTED[locale], '')
}

/** How long a text is: in characters for Chinese, in words otherwise. */
export function lengthOf(text: string, locale: Locale): number {
  return locale === 'zh' ? [...text].length : text.split(/\s+/).filter(Boolean).length
}
