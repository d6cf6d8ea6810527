import { it } from 'vitest'
import { recordPact } from '../../src/index.ts'
import { scratchFolder } from '../support/scratch.ts'
import { inContact, patient, REAL } from './changes.ts'
import { type Change, sends } from './client.ts'

const ID = 'referral-accepted'

const NOBODYS: readonly (readonly [what: string, change: Change])[] = [
  [
    'a number that fails Modulus 11',
    patient({ system: 'https://acme.example/patient', value: '9434765910' }),
  ],
  ['a longer run of digits', inContact(`"name":{"text":"0${REAL} ${REAL}0"}`)],
  ['a telephone number', inContact('"name":{"text":"+44 943 476 5919, +44 (0)943 476 5919"}')],
  [
    'an id that each run makes afresh',
    (body) => body.replaceAll('0ba25000-0000-4000-8000-00', '0ba25000-0000-4000-8000-94'),
  ],
  ['the id of a service', inContact('"name":{"text":"1503499715"}')],
  ['the NHS number of a sentinel', inContact('"name":{"text":"NHS number 905 461 3556"}')],
  [
    'a concept of SNOMED CT',
    inContact(`"gender":"female","extra":{"system":"http://snomed.info/sct","code":"${REAL}"}`),
  ],
]

for (const [what, change] of NOBODYS) {
  it(`takes ${what}`, async ({ expect }) => {
    const file = await recordPact(ID, sends(ID, change), { consumer: 'acme', dir: scratchFolder() })

    expect(file).toMatch(/acme-bars-receiver.json$/)
  })
}
