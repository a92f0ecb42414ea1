import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { SalesTables } from '../tables'

const db = compiler<SalesTables>()

/** Stands for everyone without a rule of their own. */
export const HOUSE = 0

const RULE = `
  SELECT overdue_days AS overdueDays FROM sales_credit_rule WHERE customer_id IN (?, ${HOUSE})
  ORDER BY customer_id DESC LIMIT 1`

const OLDEST = `
  SELECT document_number AS documentNumber, due_on AS dueOn FROM v_accounting_open_item
  WHERE partner_id = ? AND role = 'receivable' AND open_minor > 0 ORDER BY due_on LIMIT 1`

const rules = statement((_p: object) =>
  db
    .selectFrom('sales_credit_rule as r')
    .leftJoin('v_parties_partner as p', 'p.id', 'r.customer_id')
    .select(['r.customer_id as customerId', 'r.overdue_days as overdueDays', 'p.code', 'p.name'])
    .orderBy('r.customer_id'),
)

const setRule = statement((p: { customerId: number; days: number | null }) =>
  db
    .insertInto('sales_credit_rule')
    .values({ customer_id: p.customerId, overdue_days: p.days })
    .onConflict((c) => c.column('customer_id').doUpdateSet({ overdue_days: p.days })),
)

export const creditStore = {
  /** Days an invoice of this customer may be overdue; null: any number. */
  overdueDays: (reader: Reader, customerId: number): number | null =>
    reader.first<{ overdueDays: number | null }>(RULE, [customerId])?.overdueDays ?? null,
  oldestDue: (reader: Reader, customerId: number) =>
    reader.first<{ documentNumber: string; dueOn: string }>(OLDEST, [customerId]),
  rules: (reader: Reader) => rules.all(reader, {}),
  setRule: (tx: Tx, customerId: number, days: number | null) => setRule.run(tx, { customerId, days }),
}
