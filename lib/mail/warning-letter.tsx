const page = {
  fontFamily: 'system-ui, sans-serif',
  lineHeight: 1.6,
  maxWidth: '36rem',
  margin: '0 auto',
  padding: '1rem',
}
const strong = { fontWeight: 700 }
const small = { color: '#52625f', fontSize: '0.9rem', overflowWrap: 'anywhere' as const }

export type WarningTexts = Record<'greeting' | 'what' | 'when' | 'wasYou' | 'notYou' | 'button', string>

/** Says what somebody did with an account, and what to do if it was not its member. */
export function WarningLetter({ lang, texts, address }: { lang: string; texts: WarningTexts; address: string }) {
  return (
    <html lang={lang}>
      <body style={page}>
        <p>{texts.greeting}</p>
        <p style={strong}>
          {texts.what}
          <br />
          {texts.when}
        </p>
        <p>{texts.wasYou}</p>
        <p>{texts.notYou}</p>
        <p>
          <a href={address}>{texts.button}</a>
        </p>
        <p style={small}>{address}</p>
      </body>
    </html>
  )
}
