import { isText } from '../places.ts'

const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value)

const UUID = '[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}'

/** FHIR R4 `id`. */
export const isFhirId = matches(/^[A-Za-z0-9.-]{1,64}$/)

/** The fullUrl of an entry of a message. */
export const isUuidUrn = matches(new RegExp(`^urn:uuid:${UUID}$`))

/** The endpoint of a service. */
export const isServiceEndpoint = matches(/^https?:\/\/fhir\.nhs\.uk\/id\/dos-service-id\|.+$/i)

/** A list of profiles that names at least one. */
export const isProfiles = (value: unknown): boolean => Array.isArray(value) && value.some(isText)

export const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

export const isNumber = (value: unknown): boolean => typeof value === 'number'
