import { z } from 'zod'
import { amountMinor, date, documentAnswer, id, listInput, listOf, name, note } from './fields'
import { command, query } from './procedure'

const account = z.object({
  id,
  code: z.string(),
  name: z.string(),
  otherName: z.string(),
  kind: z.enum(['asset', 'liability', 'equity', 'cost', 'revenue', 'expense']),
  normalSide: z.enum(['debit', 'credit']),
  isPostable: z.boolean(),
  roles: z.array(z.string()),
})

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
  lines: z.array(
    z.object({
      accountCode: z.string(),
      accountName: z.string(),
      debitMinor: amountMinor,
      creditMinor: amountMinor,
      partnerName: z.string().nullable(),
    }),
  ),
})

export const accounting = {
  listAccounts: query('accounting.read', {}, z.object({ rows: z.array(account) })),
  listPeriods: query(
    'signedIn',
    {},
    z.object({ rows: z.array(z.object({ id, startsOn: z.string(), endsOn: z.string(), state: z.string() })) }),
  ),
  setPeriodState: command(
    'accounting.post',
    { periodId: id, state: z.enum(['open', 'soft-closed', 'closed']) },
    z.object({ state: z.string() }),
  ),
  taxRates: query(
    'signedIn',
    { on: date },
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
      postedOn: date,
      memo: name,
      lines: z
        .array(
          z.strictObject({
            accountCode: z.string(),
            debitMinor: amountMinor.default(0),
            creditMinor: amountMinor.default(0),
            partnerId: id.optional(),
          }),
        )
        .min(2)
        .max(200),
    },
    documentAnswer,
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
        daysOverdue: z.int(),
      }),
      { openMinor: amountMinor },
    ),
    { heavy: true },
  ),
}
