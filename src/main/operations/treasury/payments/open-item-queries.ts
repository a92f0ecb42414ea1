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

const ofPartner = statement((p: { role: string; partnerId: number; currency: string | null }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', p.role)
    .where('open_minor', '<>', sql.lit(0))
    // What waits for an approval is proposed to nobody.
    .where(sql<boolean>`id NOT IN (SELECT open_item_id FROM v_accounting_open_item_hold)`)
    .where(sql<boolean>`currency IS ${p.currency}`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(1000)
    .select([
      'id',
      'document_number as documentNumber',
      'posted_on as postedOn',
      'due_on as dueOn',
      sql<number>`coalesce(foreign_open_minor, open_minor)`.as('openMinor'),
    ]),
)

export const openItemQueries = {
  /** Items of one currency (null: of the books), oldest due first, in it. */
  ofPartner: (
    reader: Reader,
    role: 'receivable' | 'payable',
    partnerId: number,
    currency: string | null,
  ): OpenItemRow[] => ofPartner.all(reader, { role, partnerId, currency }),
}
