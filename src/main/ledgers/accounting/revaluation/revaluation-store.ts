import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

export interface ForeignBalance {
  readonly accountId: number
  readonly accountCode: string
  readonly currency: string
  readonly foreignMinor: number
  readonly baseMinor: number
}

export interface ForeignItem {
  readonly id: number
  readonly role: 'receivable' | 'payable'
  readonly partnerId: number
  readonly documentNumber: string
  readonly currency: string
  readonly foreignMinor: number
  readonly baseMinor: number
  /** What the month's earlier runs have added to it. */
  readonly addedMinor: number
}

// What stood on accounts that are kept in a foreign currency at the end of a day, in both.
const BALANCES = `
  SELECT a.id AS accountId, a.code AS accountCode, a.currency, sum(l.foreign_minor) AS foreignMinor,
    sum(l.debit_minor - l.credit_minor) AS baseMinor
  FROM accounting_account a JOIN accounting_line l ON l.account_id = a.id AND l.posted_on <= ?
  WHERE a.currency IS NOT NULL GROUP BY a.id ORDER BY a.code`

// What was open of foreign items at the end of a day. Items that were never open by then are left out.
const ITEMS = `
  SELECT i.id, i.role, i.partner_id AS partnerId, i.document_number AS documentNumber, i.currency,
    i.foreign_minor - coalesce(s.foreignMinor, 0) AS foreignMinor, i.amount_minor - coalesce(s.baseMinor, 0) AS baseMinor,
    coalesce((SELECT sum(r.amount_minor) FROM accounting_revaluation r
      WHERE r.period_id = @periodId AND r.open_item_id = i.id), 0) AS addedMinor
  FROM accounting_open_item i
  LEFT JOIN (
    SELECT t.open_item_id, sum(t.foreign_minor) AS foreignMinor, sum(t.amount_minor) AS baseMinor
    FROM accounting_open_item f JOIN accounting_settlement t ON t.open_item_id = f.id AND t.settled_on <= @on
    WHERE f.currency IS NOT NULL GROUP BY t.open_item_id
  ) s ON s.open_item_id = i.id
  WHERE i.currency IS NOT NULL AND i.posted_on <= @on ORDER BY i.currency, i.role, i.partner_id, i.id`

interface NewRow {
  readonly periodId: number
  readonly entryId: number
  readonly accountId: number
  readonly openItemId: number | null
  readonly currency: string
  readonly rateMicro: number
  readonly foreignMinor: number
  readonly amountMinor: number
}
const insert = statement((p: NewRow) =>
  db.insertInto('accounting_revaluation').values({
    period_id: p.periodId,
    entry_id: p.entryId,
    account_id: p.accountId,
    open_item_id: p.openItemId,
    currency: p.currency,
    rate_micro: p.rateMicro,
    foreign_minor: p.foreignMinor,
    amount_minor: p.amountMinor,
  }),
)

export const revaluationStore = {
  balances: (reader: Reader, on: string) => reader.all<ForeignBalance>(BALANCES, [on]),
  items: (reader: Reader, periodId: number, on: string) => reader.all<ForeignItem>(ITEMS, [{ periodId, on }]),
  insert: (tx: Tx, row: NewRow): void => {
    insert.run(tx, row)
  },
}
