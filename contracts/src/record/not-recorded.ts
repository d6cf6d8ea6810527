import type { ScenarioId } from '../scenario-ids.ts'

/** Why nothing was written. */
export class NotRecorded extends Error {
  constructor(id: ScenarioId, why: string, options?: ErrorOptions) {
    super(`Scenario '${id}' was not recorded: ${why}`, options)
    this.name = 'NotRecorded'
  }
}
