import { Letter, LetterButton } from './letter'

export type CodeTexts = Record<'subject' | 'greeting' | 'code' | 'button' | 'ends' | 'notYou', string>

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
    <Letter lang={lang} title={texts.subject}>
      <p>{texts.greeting}</p>
      <p style={{ margin: 0 }}>{texts.code}</p>
      <p className="digits">{code}</p>
      <LetterButton href={address}>{texts.button}</LetterButton>
      <p className="small">
        {texts.ends}
        <br />
        {texts.notYou}
      </p>
      <p className="small">{address}</p>
    </Letter>
  )
}
