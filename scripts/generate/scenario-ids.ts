import { CATALOGUE } from '../../src/receiver/catalogue.ts'

/** contracts/src/scenario-ids.ts: the ids as a union type, so that a wrong one does not compile. */
export const scenarioIds = (): string =>
  [
    '// Generated from the scenario table by `npm run generate`.',
    '',
    '/** The id of every scenario. */',
    'export const SCENARIO_IDS = [',
    ...CATALOGUE.map(({ id }) => `  '${id}',`),
    '] as const',
    '',
    '/** An id that the library knows. */',
    'export type ScenarioId = (typeof SCENARIO_IDS)[number]',
    '',
  ].join('\n')
