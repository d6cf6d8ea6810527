let count = 0

/** ODS codes of organisations that nothing was asked for yet. */
export const organisations = (number: number): readonly string[] =>
  Array.from({ length: number }, () => {
    count += 1
    return `BENCH${String(count).padStart(6, '0')}`
  })
