const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether `value` has the form of a UUID, in either letter case: .NET writes upper case. */
export const isUuid = (value: string): boolean => UUID.test(value)

/** The ten digits of an NHS number written with or without spaces or hyphens. */
export const digitsOf = (value: string): string => value.replace(/[\s-]/g, '')

/** Whether an NHS number's last digit is its Modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). */
export const hasValidCheckDigit = (nhsNumber: string): boolean => {
  if (!/^\d{10}$/.test(nhsNumber)) return false
  const digits = [...nhsNumber].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}
