/** The process is up. It asks nobody else, so that a slow database does not get a healthy process killed. */
export function GET() {
  return new Response('ok\n')
}
