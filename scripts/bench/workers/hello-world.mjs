// The least that a Worker does for a request.
export default {
  fetch: () => new Response('Hello, world!'),
}
