/** What became of the mutants of one kind. */
export interface Outcome {
  readonly mutant: string
  /** How many there were, each of which must be caught. */
  readonly expected: number
  readonly caughtByPact: number
  readonly caughtByChecker: number
  /** Those that nothing caught, and whatever else failed with them. */
  readonly survivors: readonly string[]
}

/** What went wrong, one line each: whoever survived, and kinds of which there is not one. */
export const faultsOf = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap(({ mutant, expected, survivors }) => [
    ...(expected === 0 ? [`${mutant}: there is none`] : []),
    ...survivors.map((survivor) => `${mutant}: ${survivor} survived`),
  ])

/** The outcomes as a table, with a total. */
export const tableOf = (outcomes: readonly Outcome[]): string => {
  const rows = [HEADINGS, ...outcomes.map(cells), cells(totalOf(outcomes))]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => width(row[column]))))
  return rows.map((row) => line(row, widths)).join('\n')
}

const HEADINGS = ['Mutant', 'Expected', 'Caught', 'by Pact', 'by the checker']

const cells = ({ mutant, expected, caughtByPact, caughtByChecker }: Outcome): readonly string[] =>
  [mutant, expected, caughtByPact + caughtByChecker, caughtByPact, caughtByChecker].map(String)

const totalOf = (outcomes: readonly Outcome[]): Outcome => {
  const sum = (count: (outcome: Outcome) => number) =>
    outcomes.map(count).reduce((total, each) => total + each, 0)
  return {
    mutant: 'Total',
    expected: sum(({ expected }) => expected),
    caughtByPact: sum(({ caughtByPact }) => caughtByPact),
    caughtByChecker: sum(({ caughtByChecker }) => caughtByChecker),
    survivors: [],
  }
}

const width = (cell = ''): number => cell.length

const line = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join('  ')
