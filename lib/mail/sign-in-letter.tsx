import { button, page, small } from './styles'

export type CodeTexts = Record<'greeting' | 'code' | 'button' | 'ends' | 'notYou', string>

const digits = { fontSize: '2rem', fontWeight: 700, letterSpacing: '0.2em', margin: '0.5rem 0' }

/** A letter with a link and a code. */
export function SignInLetter({
  lang,
  texts,
  code,
  address,
}: {
  lang: string
  texts: CodeTexts
  code: string
  address: string
}) {
  return (
    <html lang={lang}>
      <body style={page}>
        <p>{texts.greeting}</p>
        <p style={{ margin: 0 }}>{texts.code}</p>
        <p style={digits}>{code}</p>
        <p style={{ margin: '1.5rem 0' }}>
          <a href={address} style={button}>
            {texts.button}
          </a>
        </p>
        <p style={small}>
          {texts.ends}
          <br />
          {texts.notYou}
        </p>
        <p style={{ ...small, overflowWrap: 'anywhere' }}>{address}</p>
      </body>
    </html>
  )
}
