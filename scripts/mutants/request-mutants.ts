import type { Interaction } from '../../contracts/src/pact/pact-file.ts'
import {
  elementsTakenOut,
  emptied,
  entryDropped,
  literalsChanged,
  resourcesEmptied,
  resourcesTakenOut,
  type WrongRequest,
} from './body-mutants.ts'
import {
  headersChanged,
  headersDecoded,
  headersLeftOut,
  parametersChanged,
  parametersLeftOut,
  pathsChanged,
  targetsChanged,
} from './head-mutants.ts'

/** A way in which a Sender's request could be wrong. */
export interface RequestMutants {
  readonly name: string
  /** Which part is wrong: the message, or what comes before it. */
  readonly part: 'head' | 'message'
  readonly of: (interaction: Interaction) => readonly WrongRequest[]
  /** Pact cannot demand that an element is there; all else it must refuse by itself. */
  readonly isForChecker?: boolean
}

const dropped = (type: string) => entryDropped((each) => each === type)

const focusDropped = entryDropped((type) => type !== 'MessageHeader' && type !== 'Patient')

// biome-ignore format: a table reads by column
export const REQUEST_MUTANTS: readonly RequestMutants[] = [
  { part: 'message', name: 'another literal',               of: literalsChanged },
  { part: 'message', name: 'no MessageHeader',              of: dropped('MessageHeader') },
  { part: 'message', name: 'no Patient',                    of: dropped('Patient') },
  { part: 'message', name: 'no focus',                      of: focusDropped },
  { part: 'message', name: 'an entry without its resource', of: resourcesTakenOut },
  { part: 'message', name: 'a resource without members',    of: resourcesEmptied, isForChecker: true },
  { part: 'message', name: 'a literal taken out',           of: elementsTakenOut, isForChecker: true },
  { part: 'message', name: 'a Bundle without members',      of: emptied },
  { part: 'head',    name: 'a header that is not base64',   of: headersDecoded },
  { part: 'head',    name: 'another target',                of: targetsChanged },
  { part: 'head',    name: 'another header',                of: headersChanged },
  { part: 'head',    name: 'no header',                     of: headersLeftOut },
  { part: 'head',    name: 'another parameter',             of: parametersChanged },
  { part: 'head',    name: 'no parameter',                  of: parametersLeftOut },
  { part: 'head',    name: 'another path',                  of: pathsChanged },
]
