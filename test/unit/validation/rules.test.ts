import { it } from 'vitest'
import { RULES } from '../../../src/validation/check.ts'

it('gives each rule an id of its own, by layer and place', ({ expect }) => {
  const ids = RULES.map(({ id }) => id)

  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
  expect(ids.filter((id) => !/^[a-z0-9-]+\/[\w.:-]+$/.test(id))).toEqual([])
})

it('keeps the ids that reports have named', ({ expect }) => {
  const published = [
    'http/x-request-id',
    'http/nhsd-target-identifier.known',
    'query/Slot.start',
    'bundle/entry.fullUrl.unique',
    'message/workflow',
    'payload/Consent.dateTime',
    'payload/Flag.scene-safety',
    'r4/unknown-element',
    'r4/invariant.pat-1',
    'reference/resolves',
    'time/order',
    'nhs-number/check-digit',
    'system/spelling',
    'simulator/Patient.name',
  ]

  expect(published.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([])
})

it('names the requirement of the real simulator beside the rules that it has too', ({ expect }) => {
  const tags = new Set(RULES.flatMap(({ tag }) => tag ?? []))

  expect([...tags].sort()).toEqual([
    'BS-PATIENT-RESO-*',
    'BS-SEARCH-CRITE-BEGIN/END',
    'BS-SEARCH-CRITE-SERV-ID',
    'BS-STAT-CRITE-FREE-BUSY',
    'RR-REF-INT-VALID-RES',
    'RS-CODE-DISPLAY',
    'RS-CONSENT',
    'RS-INC-BOOK',
    'RS-INFO-LOC-EN',
    'RS-INFO-LOC-UPRN',
    'RS-PATIENT-RESO-NAME',
    'RS-REC-INCID-INFO',
    'RS-REC-SCENE-INFO',
    'RS-REF-FULL-VALID-RES',
    'RS-REF-STAT',
    'RS-REF-VALID-REQ',
    'RS/BS-HTTP-HEAD',
    'RS/BS-PAT-CON',
    'RS/BS-PATIENT-SEX',
  ])
})
