import { matchExpression } from '../../foundation/search'
import { openDatabase } from '../../kernel/db'

/** The index alone, asked with a kept statement of plain better-sqlite3. */
export function plainSearch(path: string): { find(text: string, limit: number): unknown[]; end(): void } {
  const database = openDatabase(path, { readonly: true })
  const find = database.prepare(
    `SELECT i.id, i.code, i.name, i.base_unit FROM search_entry e JOIN items_item i ON i.id = e.subject_id
     WHERE search_entry MATCH ? AND e.kind = 'items.item' LIMIT ?`,
  )
  return {
    find: (text, limit) => find.all(matchExpression(text) ?? '""', limit),
    end: () => void database.close(),
  }
}
