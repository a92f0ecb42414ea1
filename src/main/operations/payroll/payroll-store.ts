import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import type { PaymentKind, PayrollDatabase } from './tables'
import type { WageAmounts, WageLine } from './wage-amounts'

const db = compiler<PayrollDatabase>()

interface NewRun {
  readonly number: string
  readonly month: string
  readonly postedOn: string
  readonly note: string
}
interface NewPayment {
  readonly number: string
  readonly runId: number
  readonly kind: PaymentKind
  readonly paidOn: string
  readonly accountId: number
  readonly amountMinor: number
}
export interface StoredLine extends WageLine {
  readonly departmentName: string | null
  readonly headcount: number
}
export interface StoredRun extends NewRun {
  readonly id: number
  readonly state: string
}
export interface StoredPayment extends NewPayment {
  readonly id: number
  readonly state: string
  readonly account: string
  readonly runNumber: string
  readonly month: string
}

const insertRun = statement((p: NewRun & { userId: number; at: string }) =>
  db.insertInto('payroll_run').values({
    number: p.number,
    month: p.month,
    posted_on: p.postedOn,
    note: p.note,
    created_by: p.userId,
    created_at: p.at,
  }),
)
const insertLine = statement((p: WageLine & { runId: number; lineNumber: number; headcount: number }) =>
  db.insertInto('payroll_line').values({
    run_id: p.runId,
    line_number: p.lineNumber,
    department_id: p.departmentId,
    expense_account_id: p.expenseAccountId,
    headcount: p.headcount,
    gross_minor: p.grossMinor,
    employer_social_minor: p.employerSocialMinor,
    employer_fund_minor: p.employerFundMinor,
    social_minor: p.socialMinor,
    fund_minor: p.fundMinor,
    income_tax_minor: p.incomeTaxMinor,
  }),
)
const insertPayment = statement((p: NewPayment & { userId: number; at: string }) =>
  db.insertInto('payroll_payment').values({
    number: p.number,
    run_id: p.runId,
    kind: p.kind,
    paid_on: p.paidOn,
    account_id: p.accountId,
    amount_minor: p.amountMinor,
    created_by: p.userId,
    created_at: p.at,
  }),
)
const reverseRun = statement((p: { id: number }) =>
  db.updateTable('payroll_run').where('id', '=', p.id).set({ state: 'reversed' }),
)
const reversePayment = statement((p: { id: number }) =>
  db.updateTable('payroll_payment').where('id', '=', p.id).set({ state: 'reversed' }),
)
const runColumns = ['id', 'number', 'state', 'month', 'posted_on as postedOn', 'note'] as const
const findRun = statement((p: { id: number }) => db.selectFrom('payroll_run').where('id', '=', p.id).select(runColumns))
const lines = statement((p: { runId: number }) =>
  db
    .selectFrom('payroll_line as l')
    .leftJoin('v_accounting_dimension as d', 'd.id', 'l.department_id')
    .where('l.run_id', '=', p.runId)
    .orderBy('l.line_number')
    .select([
      'l.department_id as departmentId',
      'd.name as departmentName',
      'l.expense_account_id as expenseAccountId',
      'l.headcount',
      'l.gross_minor as grossMinor',
      'l.employer_social_minor as employerSocialMinor',
      'l.employer_fund_minor as employerFundMinor',
      'l.social_minor as socialMinor',
      'l.fund_minor as fundMinor',
      'l.income_tax_minor as incomeTaxMinor',
    ]),
)
const payments = db
  .selectFrom('payroll_payment as p')
  .innerJoin('payroll_run as r', 'r.id', 'p.run_id')
  .innerJoin('v_treasury_account as a', 'a.id', 'p.account_id')
  .select([
    'p.id',
    'p.number',
    'p.state',
    'p.run_id as runId',
    'p.kind',
    'p.paid_on as paidOn',
    'p.account_id as accountId',
    'a.name as account',
    'p.amount_minor as amountMinor',
    'r.number as runNumber',
    'r.month',
  ])
const paymentsOf = statement((p: { runId: number }) => payments.where('p.run_id', '=', p.runId).orderBy('p.id'))
const findPayment = statement((p: { id: number }) => payments.where('p.id', '=', p.id))

const SORTS: Readonly<Record<string, string>> = { number: 'r.number', month: 'r.month', postedOn: 'r.posted_on' }

const SUMS = `coalesce(sum(l.gross_minor), 0) AS grossMinor,
  coalesce(sum(l.employer_social_minor), 0) AS employerSocialMinor,
  coalesce(sum(l.employer_fund_minor), 0) AS employerFundMinor, coalesce(sum(l.social_minor), 0) AS socialMinor,
  coalesce(sum(l.fund_minor), 0) AS fundMinor, coalesce(sum(l.income_tax_minor), 0) AS incomeTaxMinor`

const MATCHES = `(r.number LIKE @like OR r.month LIKE @like OR r.note LIKE @like)`

export const payrollStore = {
  insertRun: (tx: Tx, run: NewRun, userId: number): number =>
    insertRun.run(tx, { ...run, userId, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, runId: number, lineNumber: number, line: WageLine & { headcount: number }): void => {
    insertLine.run(tx, { ...line, runId, lineNumber })
  },
  insertPayment: (tx: Tx, payment: NewPayment, userId: number): number =>
    insertPayment.run(tx, { ...payment, userId, at: tx.now.toISOString() }).id,
  reverseRun: (tx: Tx, id: number): void => {
    reverseRun.run(tx, { id })
  },
  reversePayment: (tx: Tx, id: number): void => {
    reversePayment.run(tx, { id })
  },
  findRun: (reader: Reader, id: number): StoredRun | undefined => findRun.first(reader, { id }),
  lines: (reader: Reader, runId: number): StoredLine[] => lines.all(reader, { runId }),
  paymentsOf: (reader: Reader, runId: number): StoredPayment[] => paymentsOf.all(reader, { runId }),
  findPayment: (reader: Reader, id: number): StoredPayment | undefined => findPayment.first(reader, { id }),

  page(reader: Reader, input: ListInput) {
    const sort = SORTS[input.sort ?? ''] ?? 'r.month'
    const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
    return reader.all<StoredRun & WageAmounts & { readonly paid: string | null }>(
      `SELECT r.id, r.number, r.state, r.month, r.posted_on AS postedOn, r.note, ${SUMS},
         (SELECT group_concat(p.kind, ' ') FROM payroll_payment p WHERE p.run_id = r.id AND p.state = 'posted') AS paid
       FROM payroll_run r LEFT JOIN payroll_line l ON l.run_id = r.id
       WHERE ${MATCHES} GROUP BY r.id ORDER BY ${sort} ${direction}, r.id ${direction} LIMIT @limit OFFSET @offset`,
      [{ like: `%${input.filter}%`, limit: input.limit, offset: input.offset }],
    )
  },
  /** How many there are, and what those that hold add up to. */
  sums(reader: Reader, filter: string) {
    const like = `%${filter}%`
    const total = reader.first<{ total: number }>(`SELECT count(*) AS total FROM payroll_run r WHERE ${MATCHES}`, [
      { like },
    ])
    const amounts = reader.first<WageAmounts>(
      `SELECT ${SUMS} FROM payroll_run r JOIN payroll_line l ON l.run_id = r.id
       WHERE r.state = 'posted' AND ${MATCHES}`,
      [{ like }],
    )
    return { total: total?.total ?? 0, amounts: amounts! }
  },
}
