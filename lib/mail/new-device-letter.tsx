const page = {
  fontFamily: 'system-ui, sans-serif',
  lineHeight: 1.6,
  maxWidth: '36rem',
  margin: '0 auto',
  padding: '1rem',
}
const strong = { fontWeight: 700 }
const small = { color: '#52625f', fontSize: '0.9rem', overflowWrap: 'anywhere' as const }

export type NewDeviceTexts = Record<'greeting' | 'device' | 'when' | 'wasYou' | 'notYou' | 'button', string>

/** Says that somebody signed in with a kind of device that is new. */
export function NewDeviceLetter({ lang, texts, address }: { lang: string; texts: NewDeviceTexts; address: string }) {
  return (
    <html lang={lang}>
      <body style={page}>
        <p>{texts.greeting}</p>
        <p style={strong}>
          {texts.device}
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
