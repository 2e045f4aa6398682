import { page, small } from './styles'

export type SecondFactorTexts = Record<'greeting' | 'what' | 'when' | 'wasYou' | 'notYou' | 'button', string> & {
  device: string | undefined
}

/** Says what has happened to somebody's second step of signing in. Its link opens nothing by itself. */
export function SecondFactorLetter({
  lang,
  texts,
  address,
}: {
  lang: string
  texts: SecondFactorTexts
  address: string
}) {
  return (
    <html lang={lang}>
      <body style={page}>
        <p>{texts.greeting}</p>
        <p style={{ fontWeight: 700 }}>{texts.what}</p>
        <p>
          {texts.device && (
            <>
              {texts.device}
              <br />
            </>
          )}
          {texts.when}
        </p>
        <p>{texts.wasYou}</p>
        <p>{texts.notYou}</p>
        <p>
          <a href={address}>{texts.button}</a>
        </p>
        <p style={{ ...small, overflowWrap: 'anywhere' }}>{address}</p>
      </body>
    </html>
  )
}
