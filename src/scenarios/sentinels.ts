import { HEADERS } from '../bars/headers.ts'
import type { SentinelPlace } from '../bars/occasions.ts'
import type { Sentinel } from './scenario.ts'

/** The row also answers what no other row claims. */
export const others = { others: true } as const

/** The row also answers requests with no value in that place. */
export const none = { none: true } as const

const planted =
  <Place extends SentinelPlace>(place: Place) =>
  (...values: readonly (string | typeof others | typeof none)[]): Sentinel<Place> => ({
    in: place,
    values: values.filter((value) => typeof value === 'string'),
    ...(values.includes(none) && none),
    ...(values.includes(others) && others),
  })

/** The value of NHSD-Target-Identifier. */
export const target = planted(HEADERS.target)

/** The service, or failure code, in the parameter `context`. */
export const context = planted('context')

/** The service whose Slots are searched. */
export const healthcareService = planted('Schedule.actor:HealthcareService')

/** The NHS number in a search for what is held of a patient. */
export const searchedPatient = planted('patient:identifier')

/** The Patient's NHS number. */
export const patient = planted('Patient.identifier')

/** The id read. */
export const id = planted('id')

/**
 * The NHS numbers that stand for one outcome: the published table's first, then the guide's newer
 * one, then what else the real simulator takes.
 */
export const NHS_NUMBERS = {
  booked: ['9054613556', '9658499007'],
  referred: ['9054613556', '9658499058', '9658499007'],
  badRequest: ['9618388816', '9658499066'],
  unauthorised: ['9383924314', '9658499139'],
  notFound: ['9976150288', '9658499015'],
  conflict: ['9933902830', '9658499023'],
  unprocessable: ['9818556143', '9658499031'],
  serverError: ['9853944189', '9658499074'],
  readTimesOut: ['9945210394', '9658499082'],
  readNotImplemented: ['9010223337', '9658499090'],
  readNotAllowed: ['9675199962'],
  readThrottled: ['9657562376'],
  readUnavailable: ['9999960529'],
  fullResponse: ['9091510129', '9658499147'],
  interimResponse: ['9706161317', '9658499155'],
} as const

/** The patient of the examples: a search that names this one finds what one for `NHS_NUMBERS.booked` does. */
export const EXAMPLE_PATIENT = {
  given: 'Alex',
  family: 'Example',
  birthDate: '1980-02-29',
  postalCode: 'LS1 4AP',
} as const

/** The ids that scenarios promise. */
export const IDS = {
  booking: 'ce1c4ced-2a84-4198-9982-9caf894d0bb7',
  bookingNotImplemented: '0d440c22-7f25-4c6c-905d-2213d197d02a',
  referral: '79120f41-a431-4f08-bcc5-1e67006fcae0',
  referralNotAllowed: '61215702-0049-4d76-9807-2123f0a6ca15',
  referralThrottled: '9d280ad9-6dda-46d2-a75e-f5b47b2f4e87',
  referralUnavailable: '4d65ddaa-4d09-41cd-87c9-aeb9c0c96352',
  validation: '0b42eac3-0175-43c8-bbab-efaa8ca31ccf',
  validationTimesOut: '9e595424-9d67-45db-9a90-03259653cd37',
  validationNotImplemented: 'c337e8d8-fd5b-4a13-a8e4-0f6f4ac1bb1a',
} as const
