const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether `value` has the form of a UUID, in either letter case: .NET writes upper case. */
export const isUuid = (value: string): boolean => UUID.test(value)

/** What came in place of a UUID: its form and never its text, which may be an NHS number or a name. */
export const insteadOfUuid = (value: string): string => {
  const length = [...value].length
  if (/^[0-9a-f]{32}$/i.test(value)) return 'a UUID without its hyphens'
  if (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.test(value)) {
    return `a UUID among ${length} characters`
  }
  return length === 1 ? '1 character that is no UUID' : `${length} characters that are no UUID`
}
