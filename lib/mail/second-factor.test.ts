import { expect, test } from 'vitest'
import { locales } from '../i18n/locales'
import { messages } from '../i18n/messages'
import type { FactorNews } from './post'
import { written } from './written'

const news = Object.keys(messages.zh.secondStep.letter.what) as FactorNews[]

test('a letter about the second step says what happened, where and when, in its reader’s language, and opens nothing', async () => {
  for (const locale of locales) {
    const said = new Set<string>()
    for (const what of news) {
      const props = { what, browser: 'Firefox', system: 'Linux', at: '2026-11-21T15:10:00Z' }
      const { subject, text, html } = await written({ template: 'secondFactor', to: 'x@example.org', locale, props })
      expect(text).toContain(messages[locale].secondStep.letter.what[what])
      expect(text).toContain(`http://portal.test:3000/${locale}/me/second-step`)
      expect(text.includes('Firefox')).toBe(what !== 'reset') // the host's command runs on no device of theirs
      expect(`${subject}${text}`).not.toMatch(/[{}]|secondStep\./)
      expect(html).not.toMatch(/<img|<script|src=/i)
      said.add(text)
    }
    expect(said.size).toBe(news.length)
  }
})
