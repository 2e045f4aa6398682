/**
 * The true HTTP status of a page that is not there. Under cache components a page answers 200 whatever it throws, so it prints its
 * status here, and the press (lib/press/finish.ts) answers with it and takes this element out.
 */
export function Status({ code }: { code: 404 | 410 }) {
  return <meta name="x-status" content={String(code)} />
}
