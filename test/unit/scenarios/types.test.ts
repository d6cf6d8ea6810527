import { it } from 'vitest'
import { fail } from '../../../src/bars/failure.ts'
import { capability, refuses, slots, suite } from '../../../src/scenarios/scenario.ts'
import { healthcareService, patient, target } from '../../../src/scenarios/sentinels.ts'

const rest = { title: 'A row', applications: ['BaRS Core'], source: 'here' } as const
const search = {
  ...rest,
  on: ['Slot'],
  sentinel: healthcareService('1'),
  reply: slots('full'),
} as const
const asked = { ...rest, sentinel: target('1'), reply: refuses(fail('REC_TIMEOUT', 'timeout', '')) }

it('compiles no row with a reply that is not of its occasion', () => {
  const row = { ...search, reply: capability('any-service') }
  // @ts-expect-error a search for Slots is answered with Slots
  suite('Booking', { row })
})

it('compiles no row with a reply that only one of its occasions has', () => {
  const row = { ...search, on: ['Slot', 'Appointment'] } as const
  // @ts-expect-error a read is not answered with Slots
  suite('Booking', { row })
})

it('compiles no row with a sentinel in another place than its occasion has', () => {
  const row = { ...search, sentinel: patient('1') }
  // @ts-expect-error a search for Slots has no Patient
  suite('Booking', { row })
})

it('compiles no row without an occasion', () => {
  const row = { ...search, on: [] } as const
  // @ts-expect-error a row is for one occasion at least
  suite('Booking', { row })
})

it('compiles no row that its target alone chooses, but for the suite of test targets', () => {
  const row = { ...asked, on: ['Slot'] } as const
  // @ts-expect-error a service is no sentinel of a search
  suite('Booking', { row })
})

it('compiles no test target that is for one occasion alone', () => {
  const row = { ...asked, on: [] } as const
  // @ts-expect-error a test target answers whatever is asked
  suite('Test target', { row })
})
