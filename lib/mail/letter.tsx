import type { ReactNode } from 'react'

// Of the site's own colors (app/globals.css). Programs that know no style sheet show black on white, which is as good.
const LOOK = `
body { margin: 0; background: #faf7f0; color: #1b2a2b; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", sans-serif; font-size: 17px; line-height: 1.6; overflow-wrap: anywhere }
.letter { max-width: 36rem; margin: 0 auto; padding: 1.25rem 1rem }
a { color: #0a6453 }
a.button { display: inline-block; background: #0a6453; color: #ffffff; padding: 0.7rem 1.2rem; text-decoration: none; border-radius: 6px; font-weight: 600 }
h2 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem }
.small { color: #52625f; font-size: 0.9rem }
.words { border-left: 4px solid #0a6453; margin: 0 0 1rem; padding: 0 0 0 0.8rem }
.digits { font-size: 2rem; font-weight: 700; letter-spacing: 0.2em; margin: 0.5rem 0 }
ul { padding-left: 1.2rem; margin: 0.25rem 0 }
li { margin: 0.6rem 0 }
@media (prefers-color-scheme: dark) {
  body { background: #11191b; color: #e9ede9 }
  a { color: #74d3ba }
  a.button { background: #74d3ba; color: #0b1a17 }
  .small { color: #a6b5b1 }
  .words { border-color: #74d3ba }
}`

/** What every letter looks like: words on the width of a phone, by day and by night; no pictures, nothing from elsewhere. */
export function Letter({ lang, title, children }: { lang: string; title: string; children: ReactNode }) {
  return (
    <html lang={lang}>
      {/* biome-ignore lint/style/noHeadElement: a letter is no page of Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{LOOK}</style>
      </head>
      <body>
        <div className="letter">{children}</div>
      </body>
    </html>
  )
}

/** The one thing to do. */
export function LetterButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p style={{ margin: '1.5rem 0' }}>
      <a href={href} className="button">
        {children}
      </a>
    </p>
  )
}

/** Why it came, and how to end such letters. */
export function Ending({
  texts,
  links,
}: {
  texts: Record<'why' | 'stop' | 'choose', string>
  links: Record<'unsubscribe' | 'choices', string>
}) {
  return (
    <p className="small">
      {texts.why}
      <br />
      <a href={links.unsubscribe}>{texts.stop}</a>
      <br />
      <a href={links.choices}>{texts.choose}</a>
    </p>
  )
}
