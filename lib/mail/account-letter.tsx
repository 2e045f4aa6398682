import { button, page, small } from './styles'

type Texts = Record<'lead' | 'more' | 'button' | 'notYou', string>

/** About somebody's own data: what happens when, and the page where they can see to it. */
export function AccountLetter({ lang, texts, address }: { lang: string; texts: Texts; address: string }) {
  return (
    <html lang={lang}>
      <body style={page}>
        <p style={{ fontWeight: 700 }}>{texts.lead}</p>
        <p>{texts.more}</p>
        <p style={{ margin: '1.5rem 0' }}>
          <a href={address} style={button}>
            {texts.button}
          </a>
        </p>
        <p style={small}>{texts.notYou}</p>
        <p style={{ ...small, overflowWrap: 'anywhere' }}>{address}</p>
      </body>
    </html>
  )
}
