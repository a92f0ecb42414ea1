import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { BankingDatabase } from '../tables'

const db = compiler<BankingDatabase>()

const withOpenItems = statement((p: { role: string }) =>
  db
    .selectFrom('v_accounting_open_item as i')
    .innerJoin('v_parties_partner as p', 'p.id', 'i.partner_id')
    .where('i.role', '=', p.role)
    .where('i.open_minor', '<>', sql.lit(0))
    .where('i.currency', 'is', null)
    .groupBy('p.id')
    .select(['p.id', 'p.code', 'p.name']),
)
const openItems = statement((p: { role: string; partnerId: number }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', p.role)
    .where('open_minor', '<>', sql.lit(0))
    .where('currency', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(500)
    .select([
      'id',
      'document_number as documentNumber',
      'posted_on as postedOn',
      'due_on as dueOn',
      'open_minor as openMinor',
    ]),
)

export const partnerQueries = {
  withOpenItems: (reader: Reader, role: 'receivable' | 'payable') => withOpenItems.all(reader, { role }),
  openItems: (reader: Reader, role: 'receivable' | 'payable', partnerId: number) =>
    openItems.all(reader, { role, partnerId }),
}
