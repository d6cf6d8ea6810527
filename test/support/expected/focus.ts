const BARS = 'https://fhir.nhs.uk/StructureDefinition/BARS'
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-'
const R4 = 'http://hl7.org/fhir/StructureDefinition/'

/** The profiles that are not UK Core's, by what stands after the `@` of a focus table. */
const PROFILES: Readonly<Record<string, string>> = {
  message: `${BARS}BundleMessage`,
  'booking-request': `${BARS}MessageHeader-booking-request`,
  'servicerequest-request': `${BARS}MessageHeader-servicerequest-request`,
  'servicerequest-response': `${BARS}MessageHeader-servicerequest-response`,
  referral: `${BARS}ServiceRequest-request-referral`,
  validation: `${BARS}ServiceRequest-request-validation`,
  'scene-safety': `${BARS}Flag-scene-safety`,
  // Published at this host, unlike the others of BaRS.
  'incident-location': 'https://fhir.hl7.org.uk/StructureDefinition/BARSLocation-incident-location',
  flag: `${R4}Flag`,
  device: `${R4}Device`,
  invoice: `${R4}Invoice`,
}

/** One row of a focus table as FHIR: `Type 1..1`, or `Type@profile 0..*`. */
export const focusOf = (row: string) => {
  const [, code = '', name, min, max] = /^(\w+)(?:@([\w-]+))? (\d)\.\.(\d|\*)$/.exec(row) ?? []
  const profile = name === undefined ? `${UK_CORE}${code}` : PROFILES[name]
  if (min === undefined || profile === undefined) throw new Error(`not a row of focus: ${row}`)
  return { code, profile, min: Number(min), max }
}

/** A focus table, written as the guide's: rows parted by commas or lines, the Bundle left out. */
export const focusTable = (table: string) =>
  ['Bundle@message 1..1', ...table.split(/[,\n]/)].map((row) => focusOf(row.trim()))
