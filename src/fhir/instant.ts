/** A FHIR instant in UTC, as BaRS prefers it: seven fractional digits and `+00:00`. */
export const instant = (ms: number): string => new Date(ms).toISOString().replace('Z', '0000+00:00')
