/** An address under /api that does not exist, said in the form that a program reads. */
function notFound() {
  return Response.json({ refusal: { code: 'notFound', message: 'There is no such address.' } }, { status: 404 })
}

export { notFound as GET }
