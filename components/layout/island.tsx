/** The one small script of the pages that have something to enliven (components/island): never needed, and never waited for. */
export function Island() {
  return <script src="/site.js" defer />
}
