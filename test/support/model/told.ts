import type { Asked } from './asked.ts'

/** A request in a few words, for those who read a divergence. */
export const told = (asked: Asked): string => {
  if (asked.kind === 'read') {
    return `read ${asked.type}/${asked.id}${asked.isAnonymous ? ' anonymously' : ''}`
  }
  if (asked.kind === 'put') return `put ${asked.state}`
  if (asked.kind !== 'message') return asked.kind

  const { workflow, patient, id, links, reason, status } = asked
  const linked = links.map(({ reference }) => `linked to ${reference}`)
  return [
    `${workflow} (${reason}, ${status}) of patient ${patient.nhsNumber ?? 'unnumbered'}`,
    `id ${id.sent ?? 'none'}`,
    ...linked,
  ].join(', ')
}
