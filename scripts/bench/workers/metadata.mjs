const READ = ['NHSD-Target-Identifier', 'NHSD-End-User-Organisation', 'Accept']
const MIRRORED = ['x-request-id', 'x-correlation-id']

// The least that a Worker does to answer GET metadata as the sandbox does: it reads the headers that
// the sandbox reads, and answers the sandbox's headers and bytes.
export default {
  fetch(request, { ANSWER }) {
    for (const name of READ) request.headers.get(name)
    const headers = { ...ANSWER.headers }
    for (const name of MIRRORED) headers[name] = request.headers.get(name)
    return new Response(ANSWER.body, { headers })
  },
}
