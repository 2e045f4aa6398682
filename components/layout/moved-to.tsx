/** Where this page has gone: printed like a status, and answered with by the press (308; lib/press/finish.ts). */
export function MovedTo({ path }: { path: string }) {
  return (
    <>
      <meta name="x-status" content="308" />
      <meta name="x-location" content={path} />
    </>
  )
}
