import { Letter, LetterButton } from './letter'

type Texts = Record<'subject' | 'lead' | 'more' | 'button' | 'notYou', string>

/** About somebody's own data: what happens when, and the page where they can see to it. */
export function AccountLetter({ lang, texts, address }: { lang: string; texts: Texts; address: string }) {
  return (
    <Letter lang={lang} title={texts.subject}>
      <p>
        <b>{texts.lead}</b>
      </p>
      <p>{texts.more}</p>
      <LetterButton href={address}>{texts.button}</LetterButton>
      <p className="small">{texts.notYou}</p>
      <p className="small">{address}</p>
    </Letter>
  )
}
