import { z } from 'zod'
import { amountMinor, costMinor, date, id, listInput, listOf, quantityMicro } from './fields'
import { currencyCode } from './currencies'
import { query } from './procedure'

/** What lines may be told apart by. */
const dimension = z.enum(['partner', 'department', 'project', 'item', 'person'])

const ofLines = {
  partnerId: id.optional(),
  itemId: id.optional(),
  departmentId: id.optional(),
  projectId: id.optional(),
  personId: id.optional(),
}
const span = { from: date, to: date }
const paged = { offset: listInput.offset, limit: listInput.limit }

const accountRef = z.object({
  code: z.string(),
  name: z.string(),
  normalSide: z.enum(['debit', 'credit']),
  /** kept in this foreign currency */
  currency: z.string().nullable(),
})

/** One line of an account. Balances are debit above zero. */
const ledgerLine = z.object({
  entryId: id,
  lineNumber: z.int(),
  label: z.string(),
  postedOn: z.string(),
  memo: z.string(),
  sourceKind: z.string(),
  sourceId: id,
  sourceNumber: z.string().nullable(),
  /** the heaviest account on the other side */
  counterpart: z.string().nullable(),
  partnerName: z.string().nullable(),
  debitMinor: amountMinor,
  creditMinor: amountMinor,
  balanceMinor: amountMinor,
})

const month = z.object({
  month: z.string(),
  debitMinor: amountMinor,
  creditMinor: amountMinor,
  /** from the first of January on */
  yearDebitMinor: amountMinor,
  yearCreditMinor: amountMinor,
  balanceMinor: amountMinor,
})

const balances = {
  openingDebitMinor: amountMinor,
  openingCreditMinor: amountMinor,
  debitMinor: amountMinor,
  creditMinor: amountMinor,
  yearDebitMinor: amountMinor,
  yearCreditMinor: amountMinor,
  closingDebitMinor: amountMinor,
  closingCreditMinor: amountMinor,
}

export const books = {
  /** 序时账: every line of the books, oldest first, in the order of its voucher. */
  journal: query(
    'accounting.read',
    { ...span, ...paged, filter: listInput.filter },
    listOf(
      z.object({
        entryId: id,
        lineNumber: z.int(),
        label: z.string(),
        postedOn: z.string(),
        memo: z.string(),
        accountCode: z.string(),
        accountName: z.string(),
        partnerName: z.string().nullable(),
        sourceKind: z.string(),
        sourceId: id,
        sourceNumber: z.string().nullable(),
        debitMinor: amountMinor,
        creditMinor: amountMinor,
      }),
      { debitMinor: amountMinor, creditMinor: amountMinor },
    ),
    { heavy: true },
  ),
  /** 明细账, and by `isDaily` 日记账: the lines of an account and its parts, oldest first, with running balance. */
  subsidiaryLedger: query(
    'accounting.read',
    {
      accountCode: z.string().max(40),
      ...span,
      ...ofLines,
      ...paged,
      filter: listInput.filter,
      isDaily: z.boolean().default(false),
    },
    z.object({
      account: accountRef,
      openingMinor: amountMinor,
      closingMinor: amountMinor,
      /** of an account kept in a foreign currency */
      openingForeignMinor: amountMinor.nullable(),
      closingForeignMinor: amountMinor.nullable(),
      rows: z.array(
        ledgerLine.extend({
          currency: z.string().nullable(),
          /** debit above zero */
          foreignMinor: amountMinor.nullable(),
          foreignBalanceMinor: amountMinor.nullable(),
        }),
      ),
      total: z.int(),
      sums: z.object({ debitMinor: amountMinor, creditMinor: amountMinor }),
      /** by month (本月合计, 本年累计); by day with `isDaily` */
      months: z.array(month),
      days: z.array(
        z.object({ on: z.string(), debitMinor: amountMinor, creditMinor: amountMinor, balanceMinor: amountMinor }),
      ),
    }),
    { heavy: true },
  ),
  /** 总账: accounts of the first level by month; or one account. */
  generalLedger: query(
    'accounting.read',
    { ...span, accountCode: z.string().max(40).optional() },
    z.object({
      rows: z.array(z.object({ account: accountRef, openingMinor: amountMinor, months: z.array(month) })),
    }),
    { heavy: true },
  ),
  /** 科目余额表: opening, period, year to date, closing; accounts with parts add them up. Totals are of the first level. */
  trialBalance: query(
    'accounting.read',
    { ...span, level: z.int().min(1).max(9).default(9) },
    z.object({
      rows: z.array(
        z.object({
          accountCode: z.string(),
          accountName: z.string(),
          otherName: z.string(),
          level: z.int(),
          hasParts: z.boolean(),
          /** of an account kept in a foreign currency: what it opened and closed with, debit above zero */
          foreign: z.object({ currency: z.string(), openingMinor: amountMinor, closingMinor: amountMinor }).nullable(),
          ...balances,
        }),
      ),
      totals: z.object(balances),
    }),
    { heavy: true },
  ),
  /** 多栏账: an account with a column for each part, or for each department, project, person or partner. */
  multiColumnLedger: query(
    'accounting.read',
    {
      accountCode: z.string().max(40),
      by: z.enum(['account', 'department', 'project', 'person', 'partner']).default('account'),
      ...span,
      ...paged,
    },
    z.object({
      account: accountRef,
      openingMinor: amountMinor,
      columns: z.array(z.object({ key: z.string(), name: z.string(), amountMinor })),
      rows: z.array(ledgerLine.extend({ column: z.string() })),
      total: z.int(),
    }),
    { heavy: true },
  ),
  /** 数量金额账: what came in and went out, counted and valued. The stock account is told by its movements. */
  quantityLedger: query(
    'accounting.read',
    { accountCode: z.string().max(40), itemId: id.optional(), ...span, ...paged },
    z.object({
      account: accountRef,
      unit: z.string().nullable(),
      openingMicro: quantityMicro,
      openingMinor: costMinor(),
      closingMicro: quantityMicro,
      closingMinor: costMinor(),
      total: z.int(),
      rows: z.array(
        z.object({
          on: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          sourceNumber: z.string().nullable(),
          itemCode: z.string().nullable(),
          itemName: z.string().nullable(),
          inMicro: quantityMicro,
          inMinor: costMinor(),
          outMicro: quantityMicro,
          outMinor: costMinor(),
          balanceMicro: quantityMicro,
          balanceMinor: costMinor(),
        }),
      ),
    }),
    { heavy: true },
  ),
  /** 辅助核算余额表: balances by partner, department, project, item or person, of one account or of all. */
  dimensionBalances: query(
    'accounting.read',
    { dimension, accountCode: z.string().max(40).optional(), ...span, ...listInput },
    listOf(
      z.object({
        key: z.string(),
        valueId: id,
        valueCode: z.string(),
        valueName: z.string(),
        accountCode: z.string(),
        accountName: z.string(),
        openingMinor: amountMinor,
        debitMinor: amountMinor,
        creditMinor: amountMinor,
        closingMinor: amountMinor,
      }),
      { openingMinor: amountMinor, debitMinor: amountMinor, creditMinor: amountMinor, closingMinor: amountMinor },
    ),
    { heavy: true },
  ),
  /** 账龄分析: what each partner owes or is owed at the end of a day, by how long it is overdue. */
  ageing: query(
    'treasury.read',
    /** `currency`: what is in that one, in it; left out: everything, in the currency of the books. */
    { role: z.enum(['receivable', 'payable']), asOf: date, currency: currencyCode.optional(), ...listInput },
    listOf(
      z.object({
        partnerId: id,
        partnerCode: z.string(),
        partnerName: z.string(),
        notDueMinor: amountMinor,
        days30Minor: amountMinor,
        days60Minor: amountMinor,
        days90Minor: amountMinor,
        olderMinor: amountMinor,
        totalMinor: amountMinor,
      }),
      {
        notDueMinor: amountMinor,
        days30Minor: amountMinor,
        days60Minor: amountMinor,
        days90Minor: amountMinor,
        olderMinor: amountMinor,
        totalMinor: amountMinor,
      },
    ),
    { heavy: true },
  ),
}
