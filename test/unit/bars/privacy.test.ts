import { it } from 'vitest'
import { withoutNhsNumbers } from '../../../src/bars/privacy.ts'

for (const [text, shown] of [
  ['9434765919', '**********'],
  ['943 476 5919', '**********'],
  ['Patient/943-476-5919', 'Patient/**********'],
  ['2000072489', '2000072489'],
  [
    'urn:uuid:0ba25000-1234-4012-8901-123456789012',
    'urn:uuid:0ba25000-1234-4012-8901-123456789012',
  ],
  ['3F2504E0-4F89-4BDF-9A0C-1234567890AB', '3F2504E0-4F89-4BDF-9A0C-1234567890AB'],
  [
    '0ba25000-0000-4000-8123-1234567890ab and 9434765919',
    '0ba25000-0000-4000-8123-1234567890ab and **********',
  ],
] as const) {
  it(`hides what may be an NHS number of '${text}', and cuts no UUID`, ({ expect }) => {
    expect(withoutNhsNumbers(text)).toBe(shown)
  })
}
