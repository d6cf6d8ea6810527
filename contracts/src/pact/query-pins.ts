import { SYSTEMS } from '../../../src/bars/code-systems.ts'
import { escaped, oneOf } from './patterns.ts'

const TIME = '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(?:Z|[+ -][0-9:]{5})'
const INCLUDE = String.raw`[A-Z][A-Za-z]+:(?:\*|[A-Za-z]+(?::[A-Z][A-Za-z]+)?)`

const service = (values: readonly string[]): string => {
  const [value = ''] = values
  const id = value.slice(value.lastIndexOf('|') + 1)
  return `(?:${escaped(SYSTEMS.dosService)}\\|)?${escaped(id)}`
}

const inAnyOrder = ([value = '']: readonly string[]): string => {
  const codes = value.split(',')
  return oneOf([...new Set([codes.join(','), codes.toReversed().join(',')])])
}

/**
 * The pattern of each parameter. It holds for every value of a parameter that comes more than once,
 * in any order; a literal would demand this order and this number.
 */
const PINS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  // A Sender names its use case beside the service (BaRS Core 1.3).
  context: (values) => `^(?:${service(values)}|${escaped(SYSTEMS.useCase)}\\|[a-z0-9]+)$`,
  'Schedule.actor:HealthcareService': (values) => `^${service(values)}$`,
  status: inAnyOrder,
  start: () => `^(?:ge|gt|le|lt)${TIME}$`,
  _include: () => `^${INCLUDE}(?:,${INCLUDE})*$`,
}

/** The pattern of a parameter that has those values in the example. */
export const queryPin = (name: string, values: readonly string[]): string => {
  const pin = PINS[name]
  if (pin === undefined) throw new Error(`no pattern for the parameter ${name}`)
  return pin(values)
}
