import type { Check } from './check'

/** Every page, every index against its table, every constraint of a column: what SQLite itself can prove. */
export const fileIntegrity: Check = {
  name: 'file integrity',
  run(reader) {
    const pages = Number(
      reader.first<{ count: number }>('SELECT page_count AS count FROM pragma_page_count')?.count ?? 0,
    )
    const verdict = reader.first<{ verdict: string }>(
      'SELECT integrity_check AS verdict FROM pragma_integrity_check LIMIT 1',
    )
    return {
      ok: verdict?.verdict === 'ok',
      examined: pages,
      detail: verdict?.verdict === 'ok' ? '' : String(verdict?.verdict),
    }
  },
}
