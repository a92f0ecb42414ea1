import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { accountNamesOf } from '../../ledgers/accounting'
import { requirePayment } from './pay'
import { payrollStore } from './payroll-store'
import { requireRun } from './post-run'
import type { PaymentKind } from './tables'
import { dueOf, sumOf, totalled } from './wage-amounts'

const KINDS: readonly PaymentKind[] = ['wages', 'insurance', 'tax']

export function listRuns(reader: Reader, input: ListInput) {
  const { total, amounts } = payrollStore.sums(reader, input.filter)
  const { costMinor, netMinor } = totalled(amounts)
  const rows = payrollStore.page(reader, input).map(({ id, number, state, month, postedOn, note, paid, ...sums }) => ({
    id,
    number,
    state,
    month,
    postedOn,
    note,
    ...totalled(sums),
    paid: (paid ?? '').split(' ').filter((kind): kind is PaymentKind => KINDS.includes(kind as PaymentKind)),
  }))
  return { rows, total, sums: { costMinor, netMinor } }
}

export function getRun(reader: Reader, id: number) {
  const run = requireRun(reader, id)
  const named = accountNamesOf(reader)
  const lines = payrollStore.lines(reader, id)
  const payments = payrollStore.paymentsOf(reader, id)
  const totals = sumOf(lines)
  const isOpen = (kind: PaymentKind): boolean =>
    run.state === 'posted' && !payments.some((payment) => payment.kind === kind && payment.state === 'posted')
  return {
    ...run,
    totals,
    lines: lines.map(({ departmentId, departmentName, expenseAccountId, headcount, ...amounts }) => ({
      departmentId,
      departmentName,
      headcount,
      ...named(expenseAccountId),
      ...totalled(amounts),
    })),
    payments: payments.map(({ id: paymentId, number, state, kind, paidOn, account, amountMinor }) => ({
      id: paymentId,
      number,
      state,
      kind,
      paidOn,
      account,
      amountMinor,
    })),
    due: KINDS.filter(isOpen)
      .map((kind) => ({ kind, amountMinor: dueOf(kind, totals) }))
      .filter(({ amountMinor }) => amountMinor > 0),
  }
}

export function getPayment(reader: Reader, id: number) {
  const { number, state, kind, paidOn, account, amountMinor, runId, runNumber, month } = requirePayment(reader, id)
  return { id, number, state, kind, paidOn, account, amountMinor, run: { id: runId, number: runNumber, month } }
}
