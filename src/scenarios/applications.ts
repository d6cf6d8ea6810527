import type { UseCase } from '../bars/code-systems.ts'

/** The Applications of BaRS that have scenarios, each with a use case that stands for it. */
const APPLICATIONS = {
  'BaRS Core': 'a1t1',
  '111-ED': 'a1t1',
  '999-CAS': 'a4t1',
  'GP-Pharmacy': 'a5t1',
  'CAD-CAD': 'a6t1',
} as const satisfies Readonly<Record<string, UseCase>>

export type Application = keyof typeof APPLICATIONS

/** The use case of a scenario: that of the first Application it belongs to. */
export const useCaseOf = ([application = 'BaRS Core']: readonly Application[]): UseCase =>
  APPLICATIONS[application]
