import { button, page, small } from './styles'

type Texts = {
  excerpt: string
  lead: string
  title: string | undefined
  more: string | undefined
  button: string
  why: string
  stop: string
  choose: string
}
type Links = { address: string; unsubscribe: string; choices: string }

const words = { borderLeft: '4px solid #0a6453', margin: '0 0 1rem', padding: '0 0 0 0.8rem' }

export function NewsLetter({ lang, texts, links }: { lang: string; texts: Texts; links: Links }) {
  return (
    <html lang={lang}>
      <body style={page}>
        <blockquote style={words}>{texts.excerpt}</blockquote>
        <p>
          {texts.lead}
          {texts.title && (
            <>
              <br />
              <b>{texts.title}</b>
            </>
          )}
        </p>
        {texts.more && <p>{texts.more}</p>}
        <p style={{ margin: '1.5rem 0' }}>
          <a href={links.address} style={button}>
            {texts.button}
          </a>
        </p>
        <p style={small}>
          {texts.why}
          <br />
          <a href={links.unsubscribe}>{texts.stop}</a>
          <br />
          <a href={links.choices}>{texts.choose}</a>
        </p>
      </body>
    </html>
  )
}
