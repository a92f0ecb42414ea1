import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { BankingDatabase } from '../tables'

const db = compiler<BankingDatabase>()

const withOpenItems = statement((p: { role: string; currency: string | null }) =>
  db
    .selectFrom('v_accounting_open_item as i')
    .innerJoin('v_parties_partner as p', 'p.id', 'i.partner_id')
    .where('i.role', '=', p.role)
    .where('i.open_minor', '<>', sql.lit(0))
    .where(sql<boolean>`i.currency IS ${p.currency}`)
    .groupBy('p.id')
    .select(['p.id', 'p.code', 'p.name']),
)
const openItems = statement((p: { role: string; partnerId: number; currency: string | null }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', p.role)
    .where('open_minor', '<>', sql.lit(0))
    .where(sql<boolean>`currency IS ${p.currency}`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(500)
    .select([
      'id',
      'document_number as documentNumber',
      'posted_on as postedOn',
      'due_on as dueOn',
      sql<number>`coalesce(foreign_open_minor, open_minor)`.as('openMinor'),
    ]),
)

export const partnerQueries = {
  /** Who has something open in a currency (null: that of the books). */
  withOpenItems: (reader: Reader, role: 'receivable' | 'payable', currency: string | null) =>
    withOpenItems.all(reader, { role, currency }),
  /** The same items, in it. */
  openItems: (reader: Reader, role: 'receivable' | 'payable', currency: string | null, partnerId: number) =>
    openItems.all(reader, { role, partnerId, currency }),
}
