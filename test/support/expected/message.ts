import type { BundleEntry } from 'fhir/r4'
import { asJson, isObject, type Json } from '../../../src/fhir/json.ts'
import type { Asked } from './answer.ts'
import { anInstant, aText, aUrn, aUuid } from './matchers.ts'

const OPENING = ['booking-new', 'referral-new', 'validation-new']
/** The Receiver's own Encounter is planned by whoever takes these. */
const PLANNING = ['referral-new', 'validation-new']
const FROM_SLOT_SEARCH = ['Slot', 'Schedule', 'HealthcareService']

/** The id each scenario promises for the focus, from the published table. */
const PROMISED: Readonly<Record<string, string>> = {
  'booking-then-get-501': '0d440c22-7f25-4c6c-905d-2213d197d02a',
  'referral-then-get-405': '61215702-0049-4d76-9807-2123f0a6ca15',
  'referral-then-get-429': '9d280ad9-6dda-46d2-a75e-f5b47b2f4e87',
  'referral-then-get-503': '4d65ddaa-4d09-41cd-87c9-aeb9c0c96352',
  'validation-then-get-408': '9e595424-9d67-45db-9a90-03259653cd37',
  'validation-then-get-501': 'c337e8d8-fd5b-4a13-a8e4-0f6f4ac1bb1a',
}
const PROMISED_BY_KIND: Readonly<Record<string, string>> = {
  booking: 'ce1c4ced-2a84-4198-9982-9caf894d0bb7',
  referral: '79120f41-a431-4f08-bcc5-1e67006fcae0',
  validation: '0b42eac3-0175-43c8-bbab-efaa8ca31ccf',
}

/** The Bundle sent with the Receiver's ids, as ruling 11 has it. */
export const expectedMessage = (asked: Asked) => {
  const sent = asked.request.body
  const entry = (sent?.entry ?? []).map((each) => expectedEntry(each, asked))
  return {
    ...sent,
    entry: PLANNING.includes(asked.occasion) ? [...entry, planned(patientOf(entry))] : entry,
  }
}

const expectedEntry = (entry: BundleEntry, { scenario, occasion }: Asked) => {
  const { resource } = entry
  if (resource === undefined || resource.resourceType === 'MessageHeader') return entry
  const [kind = ''] = occasion.split('-')
  const isFocus = resource.resourceType === (kind === 'booking' ? 'Appointment' : 'ServiceRequest')
  const promised = isFocus ? (PROMISED[scenario] ?? PROMISED_BY_KIND[kind]) : undefined
  return {
    ...entry,
    resource: occasion.includes('response')
      ? resource
      : { ...resource, id: promised ?? keptId(resource, occasion) ?? aUuid() },
  }
}

const keptId = (resource: NonNullable<BundleEntry['resource']>, occasion: string) =>
  !OPENING.includes(occasion) ||
  (occasion === 'booking-new' && FROM_SLOT_SEARCH.includes(resource.resourceType))
    ? resource.id
    : undefined

const patientOf = (entries: readonly BundleEntry[]): string | undefined =>
  entries.find(({ resource }) => resource?.resourceType === 'Patient')?.fullUrl

/** The Encounter that the Receiver of a new referral or validation plans. */
export const planned = (patient: string | undefined) => {
  return {
    fullUrl: aUrn(),
    resource: {
      resourceType: 'Encounter',
      id: aUuid(),
      meta: {
        lastUpdated: anInstant(),
        profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter'],
      },
      identifier: [{ system: 'https://bars-sandbox.example/Id/case-number', value: aText() }],
      status: 'planned',
      class: {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
        code: 'EMER',
        display: 'emergency',
      },
      subject: { reference: patient },
      episodeOfCare: [{ reference: 'EpisodeOfCare/0ba25004-0000-4000-8000-000000000001' }],
      period: { start: anInstant() },
    },
  }
}

/** The Bundle sent as it comes back: `id` on the resource of that type, fresh ids where none was. */
export const accepted = (sent: unknown, type: string, id: string): Json => {
  const bundle = asJson(sent)
  for (const { resource } of entriesOf(bundle)) {
    if (!isObject(resource)) continue
    if (resource['resourceType'] === type) resource['id'] = id
    else if (resource['resourceType'] !== 'MessageHeader') resource['id'] ??= aUuid()
  }
  return bundle
}

/** The same of a new referral, of which the Receiver plans an Encounter. */
export const referred = (sent: unknown, id: string): object => {
  const bundle = accepted(sent, 'ServiceRequest', id)
  const entries = entriesOf(bundle)
  const patient = entries.find(
    ({ resource }) => isObject(resource) && resource['resourceType'] === 'Patient',
  )
  return { ...Object(bundle), entry: [...entries, planned(String(patient?.['fullUrl']))] }
}

const entriesOf = (bundle: Json): readonly Record<string, Json>[] => {
  if (!isObject(bundle) || !Array.isArray(bundle['entry'])) throw new Error('not a message')
  return bundle['entry'].flatMap((entry) => (isObject(entry) ? [entry] : []))
}
