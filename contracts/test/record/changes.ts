import type { Change } from './client.ts'

/** A number that passes Modulus 11, and is no sentinel's. */
export const REAL = '9434765919'

export const NHS = 'https://fhir.nhs.uk/Id/nhs-number'

/** Another member of the Patient. */
export const inPatient =
  (member: string): Change =>
  (body) =>
    body.replace('"resourceType":"Patient",', `"resourceType":"Patient",${member},`)

/** Another member of who is to be called. */
export const inContact =
  (member: string): Change =>
  (body) =>
    body.replace('"contact":[{', `"contact":[{${member},`)

/** Another identifier of the Patient. */
export const patient =
  (identifier: object): Change =>
  (body) =>
    body.replace(
      '"identifier":[{"extension"',
      `"identifier":[${JSON.stringify(identifier)},{"extension"`,
    )

/** Another patient, by an identifier. */
export const another = (identifier: object): Change =>
  inPatient(`"link":[{"other":{"identifier":${JSON.stringify(identifier)}},"type":"seealso"}]`)

/** Another extension of who is to be called. */
export const inExtension =
  (value: string): Change =>
  (body) =>
    body.replace(
      '"valuePositiveInt":1}',
      `"valuePositiveInt":1},{"url":"https://acme.example/extension",${value}}`,
    )
