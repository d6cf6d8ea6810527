// The least that a Worker does for a message: parse the body, answer it.
export default {
  async fetch(request) {
    const body = JSON.parse(await request.text())
    return new Response(JSON.stringify(body), {
      headers: { 'Content-Type': 'application/fhir+json' },
    })
  },
}
