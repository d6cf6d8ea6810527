import { it } from 'vitest'
import {
  buildRequest,
  createSandbox,
  recordPact,
  runSequence,
  startStub,
  verifyPact,
} from '../src/index.ts'

const noClient = () => undefined

/** Calls with an option that is misspelt or of another type, and what is said of each. */
const WRONG: readonly (readonly [call: () => unknown, said: string])[] = [
  [
    // @ts-expect-error: no such option.
    () => startStub({ sterict: true }),
    "startStub has no option 'sterict'. Did you mean strict?",
  ],
  [
    // @ts-expect-error: a boolean.
    () => startStub({ strict: 'yes' }),
    "The option 'strict' of startStub is of type boolean, not string.",
  ],
  [
    // @ts-expect-error: by ODS code.
    () => startStub({ odsState: ['initial'] }),
    "The option 'odsState' of startStub is of type object, not list.",
  ],
  [
    // @ts-expect-error: no options.
    () => startStub('booking-accepted'),
    'startStub takes its options as an object.',
  ],
  [
    // @ts-expect-error: a function.
    () => createSandbox({ now: 0 }),
    "The option 'now' of createSandbox is of type function, not number.",
  ],
  [
    // @ts-expect-error: no such override.
    () => buildRequest('booking-accepted', { ods: 'A1001' }),
    "buildRequest has no option 'ods'. Did you mean odsCode?",
  ],
  [
    // @ts-expect-error: headers are an object.
    () => buildRequest('booking-accepted', { headers: null }),
    "The option 'headers' of buildRequest is of type object, not null.",
  ],
  [
    // @ts-expect-error: no such option.
    () => recordPact('booking-get', noClient, { consumer: 'acme', path: 'pacts' }),
    "recordPact has no option 'path'. It has ignore, warningsAsErrors, consumer, dir, provider.",
  ],
  [
    // @ts-expect-error: the consumer's name is missing too.
    () => recordPact('booking-get', noClient, { dir: 1 }),
    "The option 'dir' of recordPact is of type string, not number.",
  ],
  [
    // @ts-expect-error: a list.
    () => verifyPact({ files: 'pact.json' }),
    "The option 'files' of verifyPact is of type list, not string.",
  ],
  [
    // @ts-expect-error: no such option.
    () => runSequence('111-ED/rebook', createSandbox(), { odscode: 'A1001' }),
    "runSequence has no option 'odscode'. Did you mean odsCode?",
  ],
]

for (const [call, said] of WRONG) {
  it(`says: ${said}`, async ({ expect }) => {
    await expect(async () => call()).rejects.toThrow(new TypeError(said))
  })
}
