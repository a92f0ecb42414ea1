import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface OpenItemRow {
  readonly id: number
  readonly documentNumber: string
  readonly postedOn: string
  readonly dueOn: string
  readonly openMinor: number
}

const ofPartner = statement((p: { role: string; partnerId: number }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', p.role)
    .where('open_minor', '<>', sql.lit(0))
    // What waits for an approval is proposed to nobody.
    .where(sql<boolean>`id NOT IN (SELECT open_item_id FROM v_accounting_open_item_hold)`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(1000)
    .select([
      'id',
      'document_number as documentNumber',
      'posted_on as postedOn',
      'due_on as dueOn',
      'open_minor as openMinor',
    ]),
)

export const openItemQueries = {
  /** Oldest due first. */
  ofPartner: (reader: Reader, role: 'receivable' | 'payable', partnerId: number): OpenItemRow[] =>
    ofPartner.all(reader, { role, partnerId }),
}
