import { Ending, Letter, LetterButton } from './letter'

export type Entry = { title: string; address: string; lines: readonly string[]; lang?: string }
type Texts = Record<'subject' | 'greeting' | 'pages' | 'questions' | 'button' | 'why' | 'stop' | 'choose', string> & {
  last: string | undefined
}
type Links = Record<'address' | 'unsubscribe' | 'choices', string>

/** What happened on the pages that somebody follows, and questions that wait for an answer. */
export function DigestLetter({
  lang,
  texts,
  links,
  pages,
  questions,
}: {
  lang: string
  texts: Texts
  links: Links
  pages: readonly Entry[]
  questions: readonly Entry[]
}) {
  return (
    <Letter lang={lang} title={texts.subject}>
      <p>{texts.greeting}</p>
      {texts.last && (
        <p className="words">
          <b>{texts.last}</b>
        </p>
      )}
      {pages.length > 0 && <Entries title={texts.pages} entries={pages} />}
      {questions.length > 0 && <Entries title={texts.questions} entries={questions} />}
      <LetterButton href={links.address}>{texts.button}</LetterButton>
      <Ending texts={texts} links={links} />
    </Letter>
  )
}

function Entries({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.address + entry.lines.join()}>
            <a href={entry.address} lang={entry.lang}>
              {entry.title}
            </a>
            {entry.lines.map((line) => (
              <div key={line} className="small">
                {line}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
