import { readHeaderJson } from '../bars/headers.ts'
import type { ExampleRequest } from '../examples/request.ts'
import { Code } from './code.tsx'

/** A request taken apart: its headers as they are sent and as they are meant, and its body. */
export const RequestParts = ({ request }: { request: ExampleRequest }) => (
  <>
    <h3>Line</h3>
    <Code text={`${request.method} ${request.path}`} label="Request line" wraps />
    <h3>Headers</h3>
    <dl class="app-headers">
      {Object.entries(request.headers).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>
            <DecodedHeader value={value} />
          </dd>
        </>
      ))}
    </dl>
    {request.body && (
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">
            The message: a Bundle of {request.body.entry?.length ?? 0} entries
          </span>
        </summary>
        <Code text={JSON.stringify(request.body, null, 2)} label="The message" />
      </details>
    )}
  </>
)

/** A header as it is sent and, where it is base64 of JSON, that JSON. */
const DecodedHeader = ({ value }: { value: string }) => {
  const read = readHeaderJson(value)
  return (
    <>
      {'json' in read && <pre class="app-decoded">{JSON.stringify(read.json)}</pre>}
      <code>{value}</code>
    </>
  )
}
