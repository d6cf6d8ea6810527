const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether `value` has the form of a UUID, in either letter case: .NET writes upper case. */
export const isUuid = (value: string): boolean => UUID.test(value)
