import { Ending, Letter, LetterButton } from './letter'

type Texts = {
  subject: string
  excerpt: string
  lead: string
  title: string | undefined
  more: string | undefined
  button: string
  why: string
  stop: string
  choose: string
}
type Links = { address: string; unsubscribe: string; choices: string }

export function NewsLetter({ lang, texts, links }: { lang: string; texts: Texts; links: Links }) {
  return (
    <Letter lang={lang} title={texts.subject}>
      {texts.excerpt && <blockquote className="words">{texts.excerpt}</blockquote>}
      <p>
        {texts.lead}
        {texts.title && (
          <>
            <br />
            <b>{texts.title}</b>
          </>
        )}
      </p>
      {texts.more && <p>{texts.more}</p>}
      <LetterButton href={links.address}>{texts.button}</LetterButton>
      <Ending texts={texts} links={links} />
    </Letter>
  )
}
