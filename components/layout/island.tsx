/** The one small script of the pages that have something to enliven (components/island): never needed, and never waited for. */
export function Island() {
  return <script src="/site.js" defer />
}

/** The script of the pages on which passkeys are made and used. */
export function PasskeyIsland() {
  return <script src="/passkeys.js" defer />
}

/** The same for the one page on which a browser can be asked to take pushes. */
export function PushScript() {
  return <script src="/push.js" defer />
}
