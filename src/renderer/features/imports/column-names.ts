import { resources } from '../../../shared/i18n'

type Column = keyof typeof resources.en.translation.imports.columns

/** The engine's name of each column, by its title in either language. */
export function engineNames(columns: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap((name) =>
      [name, ...Object.values(resources).map(({ translation }) => translation.imports.columns[name as Column])].map(
        (title) => [title.toLowerCase(), name] as const,
      ),
    ),
  )
}

/** The file's rows under the engine's names, and the titles that nobody knows. */
export function namedRows(table: readonly (readonly string[])[], columns: readonly string[]) {
  const known = engineNames(columns)
  const [head = [], ...body] = table
  const titles = head.map((title) => known.get(title.trim().toLowerCase()) ?? '')
  return {
    rows: [titles, ...body.map((cells) => [...cells])],
    unread: head.filter((title, at) => title !== '' && titles[at] === ''),
  }
}
