import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { PublishedViews } from '../../foundation/views'
import type { BudgetTables } from './tables'

const db = compiler<BudgetTables & PublishedViews>()

export interface Amount {
  readonly accountId: number
  /** 1 to 12 */
  readonly month: number
  readonly amountMinor: number
}

interface SheetKey {
  readonly year: number
  /** 0: what is posted to no department. */
  readonly departmentId: number
}

const sheet = statement((p: SheetKey) =>
  db
    .selectFrom('budgets_sheet as s')
    .leftJoin('v_access_user as u', 'u.id', 's.changed_by')
    .where('s.year', '=', p.year)
    .where('s.department_id', '=', p.departmentId)
    .select(['s.revision', 'u.name as changedBy', 's.changed_at as changedAt']),
)
const keep = statement((p: SheetKey & { revision: number; userId: number; at: string }) =>
  db
    .insertInto('budgets_sheet')
    .values({
      year: p.year,
      department_id: p.departmentId,
      revision: p.revision,
      changed_by: p.userId,
      changed_at: p.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['year', 'department_id']).doUpdateSet((e) => ({
        revision: e.ref('excluded.revision'),
        changed_by: e.ref('excluded.changed_by'),
        changed_at: e.ref('excluded.changed_at'),
      })),
    ),
)
const clear = statement((p: SheetKey) =>
  db.deleteFrom('budgets_amount').where('year', '=', p.year).where('department_id', '=', p.departmentId),
)
const insert = statement((p: SheetKey & Amount) =>
  db.insertInto('budgets_amount').values({
    year: p.year,
    department_id: p.departmentId,
    account_id: p.accountId,
    month: p.month,
    amount_minor: p.amountMinor,
  }),
)
const amounts = statement((p: SheetKey) =>
  db
    .selectFrom('budgets_amount')
    .where('year', '=', p.year)
    .where('department_id', '=', p.departmentId)
    .orderBy('account_id')
    .orderBy('month')
    .select(['account_id as accountId', 'month', 'amount_minor as amountMinor']),
)
/** Of every department together. */
const allAmounts = statement((p: { year: number }) =>
  db
    .selectFrom('budgets_amount')
    .where('year', '=', p.year)
    .groupBy(['account_id', 'month'])
    .select((e) => ['account_id as accountId', 'month', e.fn.sum<number>('amount_minor').as('amountMinor')]),
)

export const budgetStore = {
  sheet: (reader: Reader, key: SheetKey) => sheet.first(reader, key),
  keep: (tx: Tx, key: SheetKey, revision: number, userId: number): void => {
    keep.run(tx, { ...key, revision, userId, at: tx.now.toISOString() })
  },
  replace(tx: Tx, key: SheetKey, rows: readonly Amount[]): void {
    clear.run(tx, key)
    for (const row of rows) insert.run(tx, { ...key, ...row })
  },
  amounts: (reader: Reader, key: SheetKey): Amount[] => amounts.all(reader, key),
  allAmounts: (reader: Reader, year: number): Amount[] => allAmounts.all(reader, { year }),
}
