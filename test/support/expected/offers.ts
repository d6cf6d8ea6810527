import { isUseCaseCode, USE_CASE_NAMES, type UseCaseCode } from './use-cases.ts'

/** A MessageDefinition on offer, for those use cases. */
type Offer = readonly [name: string, useCases: readonly UseCaseCode[]]

const urgent = ['a1t1', 'a1t3', 'a2t1', 'a2t3'] as const
const validation = ['a4t1', 'a4t2', 'a4t3', 'a4t4'] as const
const cad = ['a6t1', 'a6t2', 'a6t3'] as const
const pharmacy = ['a5t1', 'referraltopharmacy'] as const
const EVERY_USE_CASE = Object.keys(USE_CASE_NAMES).filter(isUseCaseCode)

/** What a service of which nothing is published offers: all nine, for every use case. */
const EVERYTHING: readonly Offer[] = [
  ['booking-request', EVERY_USE_CASE],
  ['booking-request-cancelled', EVERY_USE_CASE],
  ['servicerequest-request-referral', EVERY_USE_CASE],
  ['servicerequest-request-cancelled', EVERY_USE_CASE],
  ['servicerequest-request-validation', EVERY_USE_CASE],
  ['servicerequest-response-referral', EVERY_USE_CASE],
  ['servicerequest-response-referral-short', EVERY_USE_CASE],
  ['servicerequest-response-validation-full', EVERY_USE_CASE],
  ['servicerequest-response-validation-interim', EVERY_USE_CASE],
]

/** What the real simulator's services offer, by what is planted in `context`. */
const OFFERS: Readonly<Record<string, readonly Offer[]>> = {
  '2000011147': [
    ['servicerequest-request-referral', urgent],
    ['servicerequest-request-cancelled', urgent],
    ['booking-request', urgent],
    ['booking-request-cancelled', urgent],
  ],
  '2000093816': [['servicerequest-response-referral', urgent]],
  '2000076289': [
    ['servicerequest-request-referral', [...urgent, 'a1t5', 'a3t1']],
    ['servicerequest-request-cancelled', [...urgent, 'a1t5', 'a3t1']],
  ],
  '2000003366': [
    ['servicerequest-request-validation', validation],
    ['servicerequest-request-referral', ['a3t1']],
    ['servicerequest-request-cancelled', [...validation, 'a3t1']],
  ],
  '1374839566': [
    ['servicerequest-response-validation-full', validation],
    ['servicerequest-response-validation-interim', validation],
  ],
  '2000070513': [
    ['servicerequest-request-referral', pharmacy],
    ['servicerequest-request-cancelled', pharmacy],
  ],
  '2000159909': [
    ['servicerequest-request-referral', cad],
    ['servicerequest-request-cancelled', cad],
    ['servicerequest-response-referral-short', cad],
    ['servicerequest-response-referral', cad],
  ],
}

/** The MessageDefinitions of a service, in the order they are answered. */
export const offersOf = (service: string): readonly Offer[] => OFFERS[service] ?? EVERYTHING
