/** The cells of a line. */
export type Row = readonly string[]

/** Rows as lines of text; a column of numbers ends at one place, its heading with it. */
export const aligned = (rows: readonly Row[]): readonly string[] => {
  const pads = (rows[0] ?? []).map((_, column) => padOf(rows.map((row) => row[column] ?? '')))
  return rows.map((row) =>
    row
      .map((cell, column) => pads[column]?.(cell))
      .join('  ')
      .trimEnd(),
  )
}

const padOf = (cells: readonly string[]): ((cell: string) => string) => {
  const width = Math.max(...cells.map(({ length }) => length))
  const isNumbers = /^\d+(\.\d+)?( |$)/.test(cells.at(-1) ?? '')
  return (cell) => (isNumbers ? cell.padStart(width) : cell.padEnd(width))
}
