/** Where scenarios are published. */
export const SOURCES = {
  table: 'NHS England, BaRS Testing and Environments: Scenarios',
  stateTable: 'NHS England, BaRS Testing and Environments: Stateful Scenarios',
  guide: 'BaRS implementation guide 1.12.0: TKW scenarios',
  simulator: 'TKW simulator rules 1.0.19',
  sandbox: 'BaRS API Sandbox: test targets',
  ruling: (number: number) => `BaRS Sandbox ruling ${number}`,
} as const
