import { openDatabase } from '../../kernel/db'

export interface CompanyFacts {
  readonly companyId: string
  readonly company: string
  readonly pageBytes: number
}

/** Read without the rooms: a snapshot may hold a file of an older version. */
export function factsOfFile(path: string): CompanyFacts {
  const file = openDatabase(path, { readonly: true })
  try {
    const one = (sql: string): unknown => file.prepare(sql).pluck().get()
    const hasId = one("SELECT 1 FROM sqlite_schema WHERE name = 'backup_company'") !== undefined
    return {
      companyId: hasId ? String(one('SELECT company_id FROM backup_company')) : 'unnamed',
      company: String(one('SELECT name FROM company_profile') ?? ''),
      pageBytes: Number(file.pragma('page_size', { simple: true })),
    }
  } finally {
    file.close()
  }
}
