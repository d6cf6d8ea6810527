import type { Bundle, BundleEntry, Observation } from 'fhir/r4'
import { SENT_AT, SLOT_START, to } from '../../src/examples/example.ts'

const FINDINGS: readonly (readonly [code: string, display: string, said: string])[] = [
  [
    '249366005',
    'Bleeding from nose',
    'Began an hour ago and does not stop when the nose is pinched.',
  ],
  ['25064002', 'Headache', 'Dull, at the forehead, since this morning; eased by paracetamol.'],
  ['404640003', 'Dizziness', 'Light-headed on standing up, twice today; did not fall or faint.'],
  ['386661006', 'Fever', 'Does not feel hot to the touch; no temperature was taken at home.'],
  ['267036007', 'Dyspnoea', 'Speaks in whole sentences and is not short of breath at rest.'],
  ['29857009', 'Chest pain', 'None, neither now nor in the last twelve hours; no palpitations.'],
]

/** The message with as many Observations of a triage as bring it close to that many bytes of JSON. */
export const withObservations = (message: Bundle, bytes: number): Bundle => {
  const entry = [...(message.entry ?? [])]
  let room = bytes - bytesOf(message)
  for (let index = 0; room > 0; index += 1) {
    const next = observation(index)
    room -= bytesOf(next) + 1
    if (room > 0) entry.push(next)
  }
  return { ...message, entry }
}

const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value))

const observation = (index: number): BundleEntry<Observation> => {
  const [code, display, said] = FINDINGS[index % FINDINGS.length] ?? ['', '', '']
  return {
    fullUrl: `urn:uuid:0ba25005-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    resource: {
      resourceType: 'Observation',
      meta: {
        lastUpdated: SENT_AT,
        profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation'],
      },
      status: 'final',
      code: { coding: [{ system: 'http://snomed.info/sct', code, display }] },
      subject: to('Patient'),
      encounter: to('Encounter'),
      effectiveDateTime: SLOT_START,
      valueString: said,
    },
  }
}
