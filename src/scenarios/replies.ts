import type { Failure } from '../bars/failure.ts'
import type { CapabilityName } from './capabilities.ts'
import type { DefinitionsName } from './definitions.ts'
import type { Diary, HeldResource, Refusal, Reply } from './scenario.ts'

/** Answers the CapabilityStatement of that name. */
export const capability = (of: CapabilityName): Reply<'capability'> => ({ kind: 'capability', of })

/** Answers the set of MessageDefinitions of that name. */
export const definitions = (of: DefinitionsName): Reply<'definitions'> => ({
  kind: 'definitions',
  of,
})

/** Answers the Slots of that diary. */
export const slots = (diary: Diary): Reply<'slots'> => ({ kind: 'slots', diary })

/** Answers the resource held, as it stands. */
export const holds = (resource: HeldResource): Reply<'read'> => ({ kind: 'read', resource })

/** Takes the message and gives its focus that id. */
export const accepts = (id?: string): Reply<'accept'> => ({ kind: 'accept', ...(id && { id }) })

/** Refuses with that failure. */
export const refuses = (failure: Failure): Refusal => ({ kind: 'fail', failure })
