import { Letter, LetterButton } from './letter'

export type NewDeviceTexts = Record<'subject' | 'greeting' | 'device' | 'when' | 'wasYou' | 'notYou' | 'button', string>

/** Says that somebody signed in with a kind of device that is new. */
export function NewDeviceLetter({ lang, texts, address }: { lang: string; texts: NewDeviceTexts; address: string }) {
  return (
    <Letter lang={lang} title={texts.subject}>
      <p>{texts.greeting}</p>
      <p className="words">
        <b>{texts.device}</b>
        <br />
        {texts.when}
      </p>
      <p>{texts.wasYou}</p>
      <p>{texts.notYou}</p>
      <LetterButton href={address}>{texts.button}</LetterButton>
      <p className="small">{address}</p>
    </Letter>
  )
}
