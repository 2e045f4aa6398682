import { Letter, LetterButton } from './letter'

/** `about`: on which device, and when. */
export type WarningTexts = Record<'subject' | 'greeting' | 'what' | 'wasYou' | 'notYou' | 'button', string> & {
  about: readonly string[]
}

/** Says what somebody did with an account, and what to do if it was not its member. Its link opens nothing by itself. */
export function WarningLetter({ lang, texts, address }: { lang: string; texts: WarningTexts; address: string }) {
  return (
    <Letter lang={lang} title={texts.subject}>
      <p>{texts.greeting}</p>
      <p className="words">
        <b>{texts.what}</b>
        {texts.about.map((line) => (
          <span key={line}>
            <br />
            {line}
          </span>
        ))}
      </p>
      <p>{texts.wasYou}</p>
      <p>{texts.notYou}</p>
      <LetterButton href={address}>{texts.button}</LetterButton>
      <p className="small">{address}</p>
    </Letter>
  )
}
