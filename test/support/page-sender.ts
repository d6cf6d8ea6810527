import { createSandbox } from './sandbox.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')
const FHIR = 'https://sandbox.test/booking-and-referral/FHIR/R4'
export const DOS = 'https://fhir.nhs.uk/Id/dos-service-id'

const encoded = (value: object): string => btoa(JSON.stringify(value))

/** A Sender that knows the standard and nothing of the sandbox, and a sandbox of its own. */
export const createSender = () => {
  const sandbox = createSandbox({ now: () => NOW })
  const ask = async (path: string, target: object, body?: unknown) => {
    const response = await sandbox.request(`${FHIR}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/fhir+json; version=1.0.0',
        'Content-Type': 'application/fhir+json; version=1.0.0',
        'X-Request-Id': crypto.randomUUID(),
        'X-Correlation-Id': crypto.randomUUID(),
        'NHSD-Target-Identifier': encoded(target),
        'NHSD-End-User-Organisation': encoded({
          resourceType: 'Organization',
          identifier: [
            { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'PAGE0001' },
          ],
        }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const scenario = response.headers.get('Sandbox-Scenario')
    return { status: response.status, scenario, answer: JSON.parse(await response.text()) }
  }
  return {
    read: (path: string, service = '2000072489') => ask(path, { system: DOS, value: service }),
    send: (message: unknown) =>
      ask('/$process-message', { system: DOS, value: '2000072489' }, message),
    readFrom: (testTarget: string, path: string) =>
      ask(path, { system: 'tests', value: testTarget }),
  }
}

export type Sender = ReturnType<typeof createSender>
