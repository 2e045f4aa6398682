type Texts = Record<'greeting' | 'code' | 'button' | 'ends' | 'notYou', string>

const page = {
  fontFamily: 'system-ui, sans-serif',
  lineHeight: 1.6,
  maxWidth: '36rem',
  margin: '0 auto',
  padding: '1rem',
}
const digits = { fontSize: '2rem', fontWeight: 700, letterSpacing: '0.2em', margin: '0.5rem 0' }
const button = {
  background: '#0a6453',
  color: '#ffffff',
  padding: '0.7rem 1.2rem',
  textDecoration: 'none',
  borderRadius: 6,
}
const small = { color: '#52625f', fontSize: '0.9rem' }

export function SignInLetter({
  lang,
  texts,
  code,
  address,
}: {
  lang: string
  texts: Texts
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
