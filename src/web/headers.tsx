import { SYSTEMS } from '../bars/code-systems.ts'
import { HEADERS, readHeaderJson, writeHeaderJson } from '../bars/headers.ts'
import { readOdsCode } from '../bars/organisation.ts'
import { SERVICE_IDS } from '../bars/services.ts'
import type { ReportedFinding } from '../validation/judgement.ts'
import { Code } from './code.tsx'
import { Choice, Editor, Field } from './fields.tsx'
import { FindingItem } from './findings.tsx'
import { judgeSent } from './judge-sent.ts'
import { show } from './layout.tsx'
import type { Page, Place, Visit } from './visit.ts'

/** What the headers are made of. */
interface Names {
  readonly odsCode: string
  readonly organisation: string
  readonly service: string
  readonly software: string
  readonly practitioner: string
}

const USUAL: Names = {
  odsCode: 'A1001',
  organisation: 'Example Sender organisation',
  service: '2000072489',
  software: 'Example software',
  practitioner: '',
}

const JSON_HEADERS = [
  HEADERS.target,
  HEADERS.organisation,
  HEADERS.software,
  HEADERS.practitioner,
] as const

interface Decoded {
  readonly name: string
  readonly value: string
  readonly findings: readonly ReportedFinding[]
}

/** Makes base64 headers, and takes them apart. */
export const headers: Page = (visit) => page(visit, USUAL)

/** The same with what a form asked for. It is shown and kept nowhere. */
export const madeHeaders: Page = async (visit) => {
  const form = await visit.c.req.formData()
  const textOf = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  if (form.has('value')) {
    const name = JSON_HEADERS.find((each) => each === textOf('name')) ?? HEADERS.target
    const value = textOf('value').trim()
    return page(visit, USUAL, { name, value, findings: await findingsIn(name, value) })
  }
  return page(visit, {
    odsCode: textOf('odsCode'),
    organisation: textOf('organisation'),
    service: textOf('service'),
    software: textOf('software'),
    practitioner: textOf('practitioner'),
  })
}

const findingsIn = async (name: string, value: string): Promise<readonly ReportedFinding[]> => {
  const { findings } = await judgeSent({
    ...{ method: 'POST', path: '/$process-message', message: undefined },
    header: (each) => (each === name ? value : undefined),
  })
  return findings.filter(({ location }) => location.startsWith(`header ${name}`))
}

const page = (visit: Visit, names: Names, decoded?: Decoded) =>
  show(
    visit,
    { title: 'Headers' },
    <>
      <h1>Headers</h1>
      <p class="app-prose">
        BaRS says who sends, with what and to whom in headers that hold JSON in base64. Make yours
        here, or see what one of yours holds.
      </p>
      <div class="app-halves">
        <section class="app-panel" aria-labelledby="make">
          <h2 id="make">Make them</h2>
          <MakeForm place={visit.place} names={names} />
          <Made names={names} />
        </section>
        <section class="app-panel" aria-labelledby="take">
          <h2 id="take">Take one apart</h2>
          <TakeForm place={visit.place} decoded={decoded} />
          {decoded && <Taken decoded={decoded} />}
        </section>
      </div>
    </>,
  )

const MakeForm = ({ place, names }: { place: Place; names: Names }) => (
  <form class="app-form" method="post" action={`${place.root}/headers`}>
    <Field
      name="odsCode"
      label="ODS code"
      value={names.odsCode}
      hint="Of the organisation that sends."
    />
    <Field name="organisation" label="Its name" value={names.organisation} />
    <Choice name="service" label="Service" value={names.service} values={SERVICE_IDS} />
    <Field name="software" label="Software" value={names.software} />
    <Field
      name="practitioner"
      label="Practitioner"
      value={names.practitioner}
      hint="Nothing, where no person asks."
    />
    <button class="nhsuk-button app-button" type="submit">
      Make the headers
    </button>
  </form>
)

const Made = ({ names }: { names: Names }) => {
  const { odsCode, organisation, service, software, practitioner } = names
  const code = readOdsCode(odsCode)
  if (code === undefined) {
    return <p class="app-wrong">An ODS code is 3 to 12 letters and digits.</p>
  }
  const made = [
    [HEADERS.target, { value: service, system: SYSTEMS.dosService }],
    [
      HEADERS.organisation,
      {
        resourceType: 'Organization',
        identifier: [{ value: code, system: SYSTEMS.odsCode }],
        name: organisation,
      },
    ],
    [
      HEADERS.software,
      {
        resourceType: 'Device',
        identifier: [{ system: 'https://example.com/Id/software', value: 'EXAMPLE-1' }],
        deviceName: [{ name: software, type: 'manufacturer-name' }],
        version: [{ value: '1.0.0' }],
      },
    ],
    ...(practitioner === '' ? [] : [[HEADERS.practitioner, roleOf(practitioner)] as const]),
  ] as const
  return (
    <Code
      text={made.map(([name, json]) => `${name}: ${writeHeaderJson(json)}`).join('\n')}
      label="The headers"
      wraps
    />
  )
}

const roleOf = (display: string) => ({
  resourceType: 'PractitionerRole',
  practitioner: { display },
})

const TakeForm = ({ place, decoded }: { place: Place; decoded: Decoded | undefined }) => (
  <form class="app-form" method="post" action={`${place.root}/headers`}>
    <Choice
      name="name"
      label="Header"
      value={decoded?.name ?? HEADERS.target}
      values={JSON_HEADERS}
    />
    <Editor name="value" label="Its value" value={decoded?.value ?? ''} rows={5} />
    <button class="nhsuk-button app-button" type="submit">
      Take it apart
    </button>
  </form>
)

const Taken = ({ decoded: { name, value, findings } }: { decoded: Decoded }) => {
  const read = readHeaderJson(value)
  return (
    <div class="app-taken" role="status">
      {'json' in read && (
        <Code text={JSON.stringify(read.json, null, 2)} label={`What ${name} holds`} />
      )}
      {findings.length === 0 ? (
        <p class="app-clean">Nothing is wrong with it.</p>
      ) : (
        findings.map((finding) => <FindingItem finding={finding} />)
      )}
    </div>
  )
}
