import { z } from 'zod'
import {
  amountMinor,
  code,
  date,
  documentAnswer,
  done,
  id,
  listInput,
  listOf,
  name,
  note,
  quantityMicro,
} from './fields'
import { currencyCode, rateMicro } from './currencies'
import { command, query } from './procedure'

const accountKind = z.enum(['asset', 'liability', 'equity', 'cost', 'revenue', 'expense'])
const side = z.enum(['debit', 'credit'])
/** What an account may ask every voucher line to name. */
const dimension = z.enum(['partner', 'department', 'project', 'item', 'person'])
/** Dimensions whose values are kept with the books. */
const ownDimension = z.enum(['department', 'project', 'person'])
/** Rows of the cash-flow statement by the direct method. */
export const CASH_FLOW_ITEMS = [
  'receipts-from-customers',
  'other-operating-receipts',
  'payments-to-suppliers',
  'payments-to-employees',
  'taxes-paid',
  'other-operating-payments',
  'investment-proceeds',
  'investment-income',
  'disposal-proceeds',
  'investments-made',
  'assets-bought',
  'loans-received',
  'capital-received',
  'loans-repaid',
  'interest-paid',
  'profit-distributed',
] as const
const cashFlowItem = z.enum(CASH_FLOW_ITEMS)

const account = z.object({
  id,
  code: z.string(),
  name: z.string(),
  otherName: z.string(),
  kind: accountKind,
  normalSide: side,
  parentCode: z.string().nullable(),
  level: z.int(),
  isPostable: z.boolean(),
  isActive: z.boolean(),
  /** something is posted there or below */
  isUsed: z.boolean(),
  /** kept by documents: vouchers by hand are refused */
  isControlled: z.boolean(),
  cashKind: z.enum(['', 'cash', 'bank', 'other']),
  quantityUnit: z.string().nullable(),
  statementTag: z.string().nullable(),
  requires: z.array(dimension),
  /** kept in this currency and no other; null: in the books' own */
  currency: z.string().nullable(),
  roles: z.array(z.string()),
  /** what it is found by, beside its code: words, pinyin and its initials */
  search: z.string(),
})

const accountFields = {
  name,
  otherName: z.string().trim().max(200).default(''),
  requires: z.array(dimension).max(5).default([]),
  /** the account counts in this unit as well */
  quantityUnit: z.string().trim().max(20).optional(),
  /** the "of which" row of a statement that it is shown in */
  statementTag: z.string().trim().max(40).optional(),
  /** kept in this foreign currency; stays once something is posted */
  currency: currencyCode.nullable().optional(),
}

const lineFields = {
  memo: z.string().trim().max(200).optional(),
  debitMinor: amountMinor.default(0),
  creditMinor: amountMinor.default(0),
  /** on an account of a foreign currency: the line in it, debit above zero */
  foreignMinor: amountMinor.optional(),
  currency: currencyCode.optional(),
  /** for a line that names no amount of the books: left out, the rate of the day */
  rateMicro: rateMicro.optional(),
  partnerId: id.optional(),
  itemId: id.optional(),
  quantityMicro: quantityMicro.optional(),
  departmentId: id.optional(),
  projectId: id.optional(),
  personId: id.optional(),
  cashFlowItem: cashFlowItem.optional(),
}
const voucherLine = z.strictObject({ accountCode: z.string(), ...lineFields })
/** A line that is still being written. */
const draftLine = z.strictObject({ accountCode: z.string().max(40), ...lineFields })

/** Code and name of whom and what the lines name. */
const namesBehind = {
  partners: z.array(z.object({ id, text: z.string() })),
  items: z.array(z.object({ id, text: z.string() })),
}

const voucherFields = {
  postedOn: date,
  /** 记, 收, 付, 转; left out: the pack's general word */
  word: z.string().max(10).optional(),
  /** papers that are bound with it */
  attachments: z.int().min(0).max(9999).default(0),
  /** an accrual: on that day it takes itself back */
  reversesOn: date.optional(),
}

const entry = z.object({
  id,
  /** voucher type and number within the period, for example 记-12 */
  label: z.string(),
  postedOn: z.string(),
  memo: z.string(),
  sourceKind: z.string(),
  sourceId: id,
  /** the document's number, for people */
  sourceNumber: z.string().nullable(),
  reversesEntryId: id.nullable(),
  reversedByEntryId: id.nullable(),
  /** the day on which it takes itself back */
  reversesOn: z.string().nullable(),
  attachments: z.int(),
  preparedBy: z.string(),
  reviewedBy: z.string().nullable(),
  postedBy: z.string(),
  lines: z.array(
    z.object({
      accountCode: z.string(),
      accountName: z.string(),
      memo: z.string().nullable(),
      debitMinor: amountMinor,
      creditMinor: amountMinor,
      currency: z.string().nullable(),
      /** debit above zero */
      foreignMinor: amountMinor.nullable(),
      partnerId: id.nullable(),
      partnerName: z.string().nullable(),
      itemId: id.nullable(),
      itemName: z.string().nullable(),
      quantityMicro: quantityMicro.nullable(),
      departmentId: id.nullable(),
      projectId: id.nullable(),
      personId: id.nullable(),
      cashFlowItem: z.string().nullable(),
    }),
  ),
})

export const accounting = {
  listAccounts: query('accounting.read', {}, z.object({ rows: z.array(account) })),
  /** A sub-account's code begins with its parent's. The first one of an account in use takes over balance and roles. */
  addAccount: command(
    'accounting.post',
    {
      code: z.string().regex(/^[0-9A-Za-z.-]{1,20}$/),
      parentCode: z.string().optional(),
      kind: accountKind.optional(),
      normalSide: side.optional(),
      movesOn: date.optional(),
      ...accountFields,
    },
    z.object({ code: z.string() }),
  ),
  /** Kind and side change only while nothing is posted; archiving asks for a balance of zero. */
  changeAccount: command(
    'accounting.post',
    { code, isActive: z.boolean(), kind: accountKind.optional(), normalSide: side.optional(), ...accountFields },
    z.object({ code: z.string() }),
  ),
  deleteAccount: command('accounting.post', { code }, z.object({ code: z.string() })),
  listDimensions: query(
    'accounting.read',
    {},
    z.object({
      rows: z.array(
        z.object({ id, dimension: ownDimension, code: z.string(), name: z.string(), isActive: z.boolean() }),
      ),
    }),
  ),
  saveDimension: command(
    'accounting.post',
    { id: id.optional(), dimension: ownDimension, code, name, isActive: z.boolean().default(true) },
    z.object({ id }),
  ),
  settings: query(
    'accounting.read',
    {},
    z.object({
      reviewRequired: z.boolean(),
      words: z.array(z.string()),
      reversal: z.enum(['red', 'swapped']),
      /** the pack keeps a part of each year's profit back, this share of it */
      hasReserve: z.boolean(),
      reserveMicro: z.int(),
    }),
  ),
  saveSettings: command(
    'company.manage',
    { reviewRequired: z.boolean(), reserveMicro: z.int().min(0).max(1_000_000).optional() },
    done,
  ),
  /** Profits carried over that the owners may be given. */
  profitToDistribute: query(
    'accounting.read',
    { on: date },
    z.object({ distributableMinor: amountMinor, reserveMicro: z.int() }),
  ),
  /** 向投资者分配利润: a voucher from what is retained to what is owed to the owners. */
  distributeProfit: command(
    'accounting.post',
    { distributedOn: date, amountMinor: amountMinor.positive(), note: name },
    documentAnswer,
  ),
  listPeriods: query(
    'signedIn',
    {},
    z.object({ rows: z.array(z.object({ id, startsOn: z.string(), endsOn: z.string(), state: z.string() })) }),
  ),
  /** At which the company sells, or at which it is sold to. */
  taxRates: query(
    'signedIn',
    { on: date, side: z.enum(['output', 'input']).default('output') },
    z.object({ rows: z.array(z.object({ taxCode: z.string(), rateMicro: z.int() })) }),
  ),
  /** The journal, newest first; filter by text, account code or dates. */
  listEntries: query(
    'accounting.read',
    { ...listInput, from: date.optional(), to: date.optional(), accountCode: z.string().optional() },
    listOf(
      z.object({
        id,
        label: z.string(),
        postedOn: z.string(),
        memo: z.string(),
        sourceKind: z.string(),
        sourceId: id,
        amountMinor,
      }),
      { amountMinor },
    ),
    { heavy: true },
  ),
  getEntry: query('accounting.read', { id }, entry),
  /** The journal that a document made, reversal included. */
  entriesOf: query('accounting.read', { sourceKind: z.string(), sourceId: id }, z.object({ entries: z.array(entry) })),
  /** A voucher by hand: balanced, in an open period. */
  postVoucher: command(
    'accounting.post',
    {
      ...voucherFields,
      memo: name,
      lines: z.array(voucherLine).min(2).max(500),
    },
    documentAnswer,
  ),
  /** A voucher that is not finished, or waits for its review: it has no number and moves nothing. */
  saveDraft: command(
    'accounting.post',
    {
      id: id.optional(),
      ...voucherFields,
      memo: z.string().trim().max(200).default(''),
      lines: z.array(draftLine).max(500),
    },
    documentAnswer,
  ),
  listDrafts: query(
    'accounting.read',
    listInput,
    listOf(
      z.object({
        id,
        state: z.string(),
        word: z.string(),
        postedOn: z.string(),
        memo: z.string(),
        attachments: z.int(),
        amountMinor,
        preparedBy: z.string().nullable(),
        reviewedBy: z.string().nullable(),
      }),
      { amountMinor },
    ),
  ),
  getDraft: query(
    'accounting.read',
    { id },
    z.object({
      id,
      state: z.string(),
      word: z.string(),
      postedOn: z.string(),
      memo: z.string(),
      attachments: z.int(),
      lines: z.array(draftLine),
      reversesOn: z.string().nullable(),
      amountMinor,
      preparedBy: id,
      reviewedBy: id.nullable(),
      ...namesBehind,
    }),
  ),
  deleteDraft: command('accounting.post', { id }, done),
  /** A second person has looked at it; changing it afterwards takes the review away. */
  reviewDraft: command('accounting.post', { id, isReviewed: z.boolean() }, documentAnswer),
  /** All of them or none, in the order of their days. */
  postDrafts: command(
    'accounting.post',
    { ids: z.array(id).min(1).max(200) },
    z.object({ posted: z.array(documentAnswer) }),
  ),
  listTemplates: query(
    'accounting.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          word: z.string(),
          memo: z.string(),
          lines: z.array(draftLine),
          nextOn: z.string().nullable(),
          endsOn: z.string().nullable(),
          reverses: z.boolean(),
          ...namesBehind,
        }),
      ),
    }),
  ),
  /** With `nextOn` it is made every month from that month on, on the last day; `reverses`: taken back a day later. */
  saveTemplate: command(
    'accounting.post',
    {
      id: id.optional(),
      name,
      word: z.string().max(10).optional(),
      memo: name,
      lines: z.array(draftLine).min(1).max(500),
      nextOn: date.optional(),
      endsOn: date.optional(),
      reverses: z.boolean().default(false),
    },
    z.object({ id }),
  ),
  deleteTemplate: command('accounting.post', { id }, done),
  /** Makes what is due by a day: recurring vouchers and the reversals of accruals. */
  postDue: command('accounting.post', { on: date }, z.object({ posted: z.int(), drafted: z.int(), reversed: z.int() })),
  /** Vouchers as they are bound: on half of A4, or on the 24 by 14 cm sheet. */
  printVouchers: query(
    'accounting.read',
    { ids: z.array(id).min(1).max(200), size: z.enum(['A4-half', '24x14']), locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  reverseVoucher: command('documents.reverse', { entryId: id, reversedOn: date, reason: note }, documentAnswer),
  trialBalance: query(
    'accounting.read',
    { from: date, to: date },
    z.object({
      rows: z.array(
        z.object({
          accountCode: z.string(),
          accountName: z.string(),
          otherName: z.string(),
          openingDebitMinor: amountMinor,
          openingCreditMinor: amountMinor,
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          closingDebitMinor: amountMinor,
          closingCreditMinor: amountMinor,
        }),
      ),
      totals: z.object({
        openingDebitMinor: amountMinor,
        openingCreditMinor: amountMinor,
        debitMinor: amountMinor,
        creditMinor: amountMinor,
        closingDebitMinor: amountMinor,
        closingCreditMinor: amountMinor,
      }),
    }),
    { heavy: true },
  ),
  /** Open items: receivable or payable, with age. */
  listOpenItems: query(
    'treasury.read',
    { ...listInput, role: z.enum(['receivable', 'payable']), partnerId: id.optional(), asOf: date.optional() },
    listOf(
      z.object({
        id,
        partnerId: id,
        partnerName: z.string(),
        documentNumber: z.string(),
        sourceKind: z.string(),
        sourceId: id,
        postedOn: z.string(),
        dueOn: z.string(),
        amountMinor,
        openMinor: amountMinor,
        /** of a document in a foreign currency: the same in it */
        currency: z.string().nullable(),
        foreignMinor: amountMinor.nullable(),
        foreignOpenMinor: amountMinor.nullable(),
        daysOverdue: z.int(),
      }),
      { openMinor: amountMinor },
    ),
    { heavy: true },
  ),
}
