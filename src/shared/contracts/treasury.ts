import { z } from 'zod'
import { sheet } from '../labels/papers'
import { amountMinor, chain, date, documentAnswer, done, id, listInput, listOf, name, note, partnerRef } from './fields'
import { currencyCode, rateMicro } from './currencies'
import { command, query } from './procedure'

const reference = z.string().trim().max(60).default('')
const positiveMinor = amountMinor.positive()
const shareMinor = amountMinor.nonnegative().default(0)
const locale = z.enum(['zh-CN', 'en'])
const direction = z.enum(['in', 'out'])

/**
 * What an application settles of an item, in the item's currency: by money, and the parts that a discount or a write-off
 * covers. Where the money is in another currency `paidMinor` says how much of it; left out, as the day's rates say.
 */
const application = z.strictObject({
  openItemId: id,
  amountMinor: amountMinor.refine((amount) => amount !== 0),
  paidMinor: amountMinor.optional(),
  discountMinor: shareMinor,
  writeOffMinor: shareMinor,
})

/** The money in the currency of its account; all empty where that is kept in the currency of the books. */
const foreignMoney = {
  currency: z.string().nullable(),
  foreignMinor: amountMinor.nullable(),
  foreignUnappliedMinor: amountMinor.nullable(),
}

const noteKind = z.enum(['bank-acceptance', 'trade-acceptance', 'cheque'])
const moneyAccountKind = z.enum(['cash', 'petty', 'bank'])
const file = z.object({ fileName: z.string(), base64: z.string() })
const accountRef = z.object({ id, name: z.string() })

const noteRow = z.object({
  id,
  direction: z.string(),
  kind: z.string(),
  partner: partnerRef,
  billNumber: z.string(),
  drawnOn: z.string(),
  dueOn: z.string(),
  drawer: z.string(),
  amountMinor,
  state: z.string(),
})

/** An open item that a document settled without money. */
const settledLine = z.object({
  documentNumber: z.string(),
  role: z.string(),
  sourceKind: z.string(),
  sourceId: id,
  amountMinor,
  currency: z.string().nullable(),
  foreignMinor: amountMinor.nullable(),
})

const proposal = z.object({
  openItemId: id,
  documentNumber: z.string(),
  amountMinor,
  /** of it, what the partner's terms take off */
  discountMinor: amountMinor,
})

export const treasury = {
  /**
   * Money in or out, applied to open items in the same transaction. What is not applied stays as an advance. An
   * application to a credit note is negative. By note: a bill or cheque received, issued, or endorsed onward.
   */
  postPayment: command(
    'treasury.write',
    {
      direction,
      partnerId: id,
      paidOn: date,
      method: z.enum(['bank', 'cash', 'note']).default('bank'),
      /** which till or bank account; left out: the first of the method */
      accountId: id.optional(),
      /** method `note`: the bill as it reads, or one that is held and goes on to this supplier */
      bill: z
        .strictObject({
          kind: noteKind,
          billNumber: z.string().trim().min(1).max(40),
          drawnOn: date,
          dueOn: date,
          drawer: z.string().trim().max(120).default(''),
        })
        .optional(),
      endorsedNoteId: id.optional(),
      /** in the currency of the account; of a foreign one worth what `rateMicro`, or the rate of the day, says */
      amountMinor: positiveMinor,
      rateMicro: rateMicro.optional(),
      /** paid too much by less than the limit: kept as income (or cost) instead of an advance */
      differenceMinor: shareMinor,
      reference,
      note: note.default(''),
      applications: z.array(application).max(1000).default([]),
    },
    documentAnswer,
  ),
  /** Open items that an amount would settle: named in the reference, of exactly the amount, or the oldest first. */
  proposeApplications: query(
    'treasury.read',
    {
      direction,
      partnerId: id,
      amountMinor: positiveMinor,
      by: z.enum(['oldest', 'reference']),
      reference,
      /** day of the payment: a discount for paying early counts by it */
      paidOn: date.optional(),
      /** items of this currency; null: of that of the books */
      currency: currencyCode.nullable().default(null),
    },
    z.object({
      rows: z.array(proposal),
      reason: z.enum(['reference', 'amount', 'oldest', 'nothing']),
      leftMinor: amountMinor,
    }),
  ),
  /** Gives what is left of an advance, or a part of it, back to the partner. */
  refundAdvance: command(
    'treasury.write',
    {
      paymentId: id,
      paidOn: date,
      accountId: id.optional(),
      /** in the currency of the advance */
      amountMinor: positiveMinor,
      rateMicro: rateMicro.optional(),
      reference,
    },
    documentAnswer,
  ),
  /** Applies an advance to open items of the same partner. */
  applyAdvance: command(
    'treasury.write',
    {
      paymentId: id,
      appliedOn: date,
      applications: z
        .array(
          z.strictObject({ openItemId: id, amountMinor: amountMinor.positive(), paidMinor: amountMinor.optional() }),
        )
        .min(1)
        .max(1000),
    },
    documentAnswer,
  ),
  /** Sets credit notes against invoices of one partner: the amounts add up to zero. */
  settleItems: command(
    'treasury.write',
    {
      partnerId: id,
      settledOn: date,
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.refine((amount) => amount !== 0) }))
        .min(2)
        .max(1000),
    },
    z.object({ settled: z.int() }),
  ),
  listPayments: query(
    'treasury.read',
    { ...listInput, direction: z.enum(['in', 'out', 'any']).default('any') },
    listOf(
      z.object({
        id,
        number: z.string(),
        direction: z.string(),
        state: z.string(),
        partner: partnerRef,
        paidOn: z.string(),
        method: z.string(),
        account: z.string(),
        amountMinor,
        unappliedMinor: amountMinor,
        ...foreignMoney,
      }),
      { amountMinor },
    ),
  ),
  getPayment: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      direction: z.string(),
      state: z.string(),
      partner: partnerRef,
      paidOn: z.string(),
      method: z.string(),
      account: accountRef.nullable(),
      amountMinor,
      unappliedMinor: amountMinor,
      ...foreignMoney,
      rateMicro: z.int().nullable(),
      refundedMinor: amountMinor,
      differenceMinor: amountMinor,
      reference: z.string(),
      note: z.string(),
      bill: noteRow.nullable(),
      applications: z.array(
        z.object({
          openItemId: id,
          documentNumber: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          amountMinor,
          discountMinor: amountMinor,
          writeOffMinor: amountMinor,
          /** of a foreign item: what was settled in its currency, and what was gained (or lost, below zero) by it */
          currency: z.string().nullable(),
          foreignMinor: amountMinor.nullable(),
          exchangeMinor: amountMinor,
        }),
      ),
      chain,
    }),
  ),
  reversePayment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),

  /** Tills, petty cash and bank accounts with what the books say lies there. */
  listAccounts: query(
    'treasury.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          kind: z.string(),
          name: z.string(),
          accountCode: z.string(),
          bankName: z.string(),
          bankNumber: z.string(),
          isActive: z.boolean(),
          balanceMinor: amountMinor,
          /** kept in this foreign currency */
          currency: z.string().nullable(),
          foreignBalanceMinor: amountMinor.nullable(),
        }),
      ),
      writeOffLimitMinor: amountMinor,
    }),
  ),
  addAccount: command(
    'treasury.write',
    {
      kind: moneyAccountKind,
      name,
      bankName: z.string().trim().max(120).default(''),
      bankNumber: z.string().trim().max(60).default(''),
      /** kept in this foreign currency; null: in that of the books */
      currency: currencyCode.nullable().default(null),
    },
    z.object({ id }),
  ),
  changeAccount: command(
    'treasury.write',
    {
      id,
      name,
      bankName: z.string().trim().max(120).default(''),
      bankNumber: z.string().trim().max(60).default(''),
      isActive: z.boolean(),
    },
    done,
  ),
  /** How small a difference may be to be written off with a payment. */
  setWriteOffLimit: command('company.manage', { amountMinor: amountMinor.nonnegative() }, done),

  postTransfer: command(
    'treasury.write',
    {
      fromId: id,
      toId: id,
      transferredOn: date,
      /** in the currency of the account it leaves, as is the fee */
      amountMinor: positiveMinor,
      /** what arrives in another currency; left out, as the day's rates say */
      arrivesMinor: positiveMinor.optional(),
      /** what the bank takes for it, on top */
      feeMinor: shareMinor,
      reference,
      note: note.default(''),
    },
    documentAnswer,
  ),
  reverseTransfer: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getTransfer: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      from: accountRef,
      to: accountRef,
      transferredOn: z.string(),
      amountMinor,
      feeMinor: amountMinor,
      /** amounts that moved in foreign currencies, out of an account below zero */
      foreign: z.array(z.object({ currency: z.string(), amountMinor })),
      reference: z.string(),
      note: z.string(),
    }),
  ),
  /** Money in or out that no invoice stands behind, line by line onto accounts of the books. */
  postCashEntry: command(
    'treasury.write',
    {
      direction,
      accountId: id,
      /** of a foreign account, whose lines are in its currency; left out, the rate of the day */
      rateMicro: rateMicro.optional(),
      enteredOn: date,
      counterparty: z.string().trim().max(120).default(''),
      reference,
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            accountCode: z.string(),
            amountMinor: amountMinor.refine((amount) => amount !== 0),
            text: z.string().trim().max(200).default(''),
          }),
        )
        .min(1)
        .max(100),
    },
    documentAnswer,
  ),
  reverseCashEntry: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getCashEntry: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      direction: z.string(),
      state: z.string(),
      account: accountRef,
      enteredOn: z.string(),
      amountMinor,
      counterparty: z.string(),
      reference: z.string(),
      note: z.string(),
      lines: z.array(z.object({ accountCode: z.string(), accountName: z.string(), amountMinor, text: z.string() })),
    }),
  ),
  /** Transfers, other receipts and payments, and nettings in one list, newest first. */
  listMovements: query(
    'treasury.read',
    { ...listInput, kind: z.enum(['any', 'transfer', 'cashEntry', 'netting', 'writeOff']).default('any') },
    listOf(
      z.object({
        id,
        kind: z.string(),
        number: z.string(),
        state: z.string(),
        happenedOn: z.string(),
        text: z.string(),
        amountMinor,
      }),
    ),
  ),

  /**
   * Gives up what is left of open items of one partner, without money: small remainders within the limit, or a
   * customer's bad debt, which only the owner decides.
   */
  writeOff: command(
    'treasury.writeOff',
    {
      partnerId: id,
      kind: z.enum(['small', 'bad-debt']),
      writtenOn: date,
      note: note.default(''),
      openItemIds: z.array(id).min(1).max(1000),
    },
    documentAnswer,
  ),
  reverseWriteOff: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getWriteOff: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      partner: partnerRef,
      kind: z.enum(['small', 'bad-debt']),
      writtenOn: z.string(),
      /** above zero: it cost us so much */
      amountMinor,
      note: z.string(),
      lines: z.array(settledLine),
    }),
  ),
  /** Sets what a partner owes against what we owe the same partner. No money moves. */
  netPartner: command(
    'treasury.write',
    {
      partnerId: id,
      nettedOn: date,
      note: note.default(''),
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.refine((amount) => amount !== 0) }))
        .min(2)
        .max(1000),
    },
    documentAnswer,
  ),
  reverseNetting: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getNetting: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      partner: partnerRef,
      nettedOn: z.string(),
      amountMinor,
      note: z.string(),
      lines: z.array(settledLine),
    }),
  ),

  listNotes: query(
    'treasury.read',
    { ...listInput, direction: z.enum(['in', 'out', 'any']).default('any'), isOpen: z.boolean().default(false) },
    listOf(noteRow, { amountMinor }),
  ),
  getNote: query(
    'treasury.read',
    { id },
    noteRow.extend({
      payments: z.array(z.object({ id, number: z.string(), direction: z.string(), state: z.string() })),
      events: z.array(
        z.object({
          id,
          number: z.string(),
          kind: z.string(),
          state: z.string(),
          happenedOn: z.string(),
          account: z.string().nullable(),
          chargeMinor: amountMinor,
        }),
      ),
    }),
  ),
  /** A note at its bank: discounted before it is due, collected, paid when due, or dishonoured. */
  recordNoteEvent: command(
    'treasury.write',
    {
      noteId: id,
      kind: z.enum(['discounted', 'collected', 'paid', 'dishonoured']),
      happenedOn: date,
      accountId: id.optional(),
      /** interest and fees that the bank keeps */
      chargeMinor: shareMinor,
    },
    documentAnswer,
  ),
  reverseNoteEvent: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),

  /** 对账单: every posting between us and a partner over a time, with the balance before and after. */
  statementOfAccount: query(
    'treasury.read',
    { partnerId: id, from: date, to: date, currency: currencyCode.optional() },
    z.object({
      partner: partnerRef,
      /** the statement is in this one; the others that we dealt in are asked for by name */
      currency: z.string(),
      currencies: z.array(z.string()),
      openingMinor: amountMinor,
      closingMinor: amountMinor,
      rows: z.array(
        z.object({
          postedOn: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          number: z.string(),
          text: z.string(),
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          balanceMinor: amountMinor,
        }),
      ),
    }),
    { heavy: true },
  ),
  statementPdf: query(
    'treasury.read',
    { partnerId: id, from: date, to: date, currency: currencyCode.optional(), locale, sheet: sheet.optional() },
    file,
    { heavy: true },
  ),

  /** Customers with overdue items: the level that the days ask for, and the last letter they got. */
  listDunning: query(
    'treasury.read',
    { ...listInput, asOf: date },
    listOf(
      z.object({
        partner: partnerRef,
        overdueMinor: amountMinor,
        /** of it in other currencies, each by itself */
        foreign: z.array(z.object({ currency: z.string(), amountMinor })),
        itemCount: z.int(),
        daysOverdue: z.int(),
        level: z.int(),
        lastLevel: z.int(),
        lastSentOn: z.string().nullable(),
      }),
      { overdueMinor: amountMinor },
    ),
    { heavy: true },
  ),
  listDunningLevels: query(
    'treasury.read',
    {},
    z.object({ rows: z.array(z.object({ level: z.int(), daysOverdue: z.int(), text: z.string() })) }),
  ),
  setDunningLevel: command(
    'treasury.write',
    {
      level: z.int().min(1).max(5),
      daysOverdue: z.int().min(0).max(3650),
      text: z.string().trim().max(1000).default(''),
    },
    done,
  ),
  /** Writes the reminder of the level that a customer's overdue items have reached. */
  sendDunning: command('treasury.write', { partnerId: id, sentOn: date, note: note.default('') }, documentAnswer),
  dunningPdf: query('treasury.read', { id, locale, sheet: sheet.optional() }, file),
}
