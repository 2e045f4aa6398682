// Draws the pictures that are stored in public/ (icons, Open Graph cards) from the site's own words. Run by hand after a change of
// name or tagline: node scripts/pictures.mjs. Needs a Chromium and a Chinese font.
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './browser.mjs'

const icon = await readFile('public/icon.svg', 'utf8')
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })

async function draw(path, width, height, html) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<!doctype html><style>*{margin:0;box-sizing:border-box}</style>${html}`)
  await page.screenshot({ path })
  await page.close()
}

for (const size of [180, 512]) {
  const name = size === 180 ? 'public/apple-touch-icon.png' : 'public/icon-512.png'
  await draw(
    name,
    size,
    size,
    `<div style="background:#fffdf8;height:100vh;padding:12%">${icon.replace('<svg', '<svg width="100%" height="100%"')}</div>`,
  )
}

for (const locale of ['zh', 'en', 'fr', 'nl']) {
  const { site, home } = JSON.parse(await readFile(`lib/i18n/messages/${locale}.json`, 'utf8'))
  const card = `
    <div lang="${locale === 'zh' ? 'zh-Hans' : locale}" style="background:#faf7f0;color:#1b2a2b;height:100vh;padding:72px 88px;display:flex;flex-direction:column;
      font-family:system-ui,'Noto Sans CJK SC',sans-serif;border-bottom:20px solid #0a6453">
      <div style="display:flex;align-items:center;gap:24px;font-size:44px;font-weight:700">${icon.replace('<svg', '<svg width="92" height="92"')}Xuxin 续信</div>
      <div style="margin-top:auto;font-size:${locale === 'zh' ? 68 : 64}px;font-weight:700;line-height:1.25;text-wrap:balance;word-break:keep-all">${home.title}</div>
      <div style="margin-top:28px;font-size:32px;color:#52625f">${site.tagline}</div>
    </div>`
  await draw(`public/og/${locale}.png`, 1200, 630, card)
}

await browser.close()
