/** An answer of the control plane as it is compared. */
export const controlPlaneAnswer = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('Content-Type'),
  allow: response.headers.get('Allow'),
  cors: response.headers.get('Access-Control-Allow-Origin'),
  body: await response.json(),
})

/** What the control plane tells. */
export const told = (body: unknown) => ({
  status: 200,
  type: 'application/json',
  allow: null,
  cors: '*',
  body,
})

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** How the control plane refuses. */
export const problem = (status: number, detail: unknown, allow: string | null = null) => ({
  status,
  type: 'application/problem+json',
  allow,
  cors: '*',
  body: { title: TITLES[status], status, detail },
})
