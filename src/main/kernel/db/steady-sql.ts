/**
 * SQL text that SQLite plans once.
 *
 * The driver's SQLite plans a statement anew at every run when the value bound to a parameter might change the plan
 * (`x = ?` beside another candidate index, `LIMIT ?`): measured at 100 µs a run where the query itself takes 5. The unary
 * plus changes neither value nor type (SQLite, "Operators": a no-op), but hides the parameter from the planner.
 */
export function steadySql(sql: string): string {
  return sql.replaceAll(/(=|<|>|\blimit\b|\boffset\b)\s*\?/gi, '$1 +?')
}

const PLACE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g

/**
 * Writes values that are the same at every run into the text, so that the planner sees them (a partial index `WHERE
 * state = 'open'` is used only where the query says so itself). `literals[i]` is for the i-th `?`; undefined keeps it.
 */
export function inlineConstants(sql: string, literals: readonly (string | undefined)[]): string {
  let index = 0
  return sql.replaceAll(PLACE, (found) => (found === '?' ? (literals[index++] ?? '?') : found))
}

/** A constant of the source text as SQL; undefined for what only binding can carry. */
export function sqlLiteral(value: unknown): string | undefined {
  if (value === null) return 'NULL'
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`
  return undefined
}
