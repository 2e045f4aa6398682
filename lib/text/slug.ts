import { pinyin } from 'pinyin-pro'

const SLUG_MAX = 60

/**
 * The readable end of an address: Chinese as pinyin, accents taken off, the rest hyphens. Decoration only: nothing is found by it, and
 * a title that leaves nothing has none.
 */
export function slugOf(title: string): string {
  const latin = pinyin(title.slice(0, 200), { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ')
  const words =
    latin
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, SLUG_MAX).replace(/-+$/, '')
}
