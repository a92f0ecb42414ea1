import type { SchemaReader } from '../kernel/db'

/**
 * Adds kinds to `v_document_link` (number and state of any document), whatever earlier steps have put into it. Each
 * branch selects kind, id, number, state.
 */
export function withDocumentLinks(schema: SchemaReader, branches: readonly string[]): string {
  const statement = schema.statementOf('v_document_link')
  return ['DROP VIEW v_document_link;', [statement, ...branches].join('\n      UNION ALL '), ';'].join('\n')
}
