import { z } from 'zod'
import { amountMinor, date, done, id, listInput, listOf, partnerRef } from './fields'
import { quote } from './currencies'
import { command, query } from './procedure'

const column = z.int().min(-1).max(199)

/** Which column of a bank's own table holds what; -1: none. */
export const tableMapping = z.strictObject({
  headerRow: z.int().min(0).max(1000),
  date: column,
  amount: column,
  moneyIn: column,
  moneyOut: column,
  side: column,
  balance: column,
  counterparty: column,
  counterpartyNumber: column,
  text: column,
  bankReference: column,
})

/** What a file says of one account, as `src/shared/bank-files` reads it. */
const bankFile = z.strictObject({
  format: z.enum(['table', 'ofx', 'mt940', 'camt053']),
  accountNumber: z.string().max(80),
  currency: z.string().max(3),
  fromOn: date,
  toOn: date,
  openingMinor: amountMinor.nullable(),
  closingMinor: amountMinor.nullable(),
  lines: z
    .array(
      z.strictObject({
        bookedOn: date,
        amountMinor: amountMinor.refine((amount) => amount !== 0),
        counterparty: z.string().max(120),
        counterpartyNumber: z.string().max(60),
        text: z.string().max(400),
        bankReference: z.string().max(80),
      }),
    )
    .min(1)
    .max(20_000),
})

const bookLine = z.object({
  entryId: id,
  lineNumber: z.int(),
  postedOn: z.string(),
  amountMinor,
  memo: z.string(),
  sourceKind: z.string(),
  sourceId: id,
  number: z.string(),
  partnerName: z.string(),
})

const inAndOut = z.object({ inMinor: amountMinor, outMinor: amountMinor })
const shareMinor = amountMinor.nonnegative().default(0)
const matched = z.object({ matchId: id })

export const banking = {
  /** Keeps a statement whose file was read where it was opened; all or nothing. */
  importStatement: command(
    'treasury.write',
    { accountId: id, fileName: z.string().trim().min(1).max(200), statement: bankFile },
    z.object({ id, imported: z.int(), known: z.int() }),
  ),
  deleteStatement: command('treasury.write', { id }, done),
  listStatements: query(
    'treasury.read',
    { accountId: id },
    z.object({
      rows: z.array(
        z.object({
          id,
          fileName: z.string(),
          format: z.string(),
          fromOn: z.string(),
          toOn: z.string(),
          openingMinor: amountMinor.nullable(),
          closingMinor: amountMinor.nullable(),
          knownCount: z.int(),
          importedAt: z.string(),
          lineCount: z.int(),
          openCount: z.int(),
        }),
      ),
    }),
  ),
  /** Mappings of banks' own tables that were learned, known by their titles. */
  listProfiles: query(
    'treasury.read',
    {},
    z.object({
      rows: z.array(z.object({ id, signature: z.string(), name: z.string(), mapping: tableMapping })),
    }),
  ),
  saveProfile: command(
    'treasury.write',
    { signature: z.string().min(1).max(1000), name: z.string().trim().min(1).max(120), mapping: tableMapping },
    done,
  ),
  listLines: query(
    'treasury.read',
    { ...listInput, accountId: id, state: z.enum(['open', 'matched', 'any']).default('open') },
    listOf(
      z.object({
        id,
        bookedOn: z.string(),
        amountMinor,
        counterparty: z.string(),
        counterpartyNumber: z.string(),
        text: z.string(),
        bankReference: z.string(),
        how: z.string().nullable(),
        confidence: z.int().nullable(),
        sourceKind: z.string().nullable(),
        sourceId: id.nullable(),
        sourceNumber: z.string().nullable(),
      }),
      { amountMinor },
    ),
  ),
  /** Bookings on the account that no statement has shown. */
  listBookLines: query('treasury.read', { accountId: id, from: date, to: date }, z.object({ rows: z.array(bookLine) })),
  /** What a line of the bank may be, the surest first, each with its reasons. */
  propose: query(
    'treasury.read',
    { lineId: id },
    z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['book', 'payment', 'entry']),
          confidence: z.int(),
          reasons: z.array(z.string()),
          book: bookLine.nullable(),
          payment: z
            .object({
              partner: partnerRef,
              applications: z.array(
                z.object({
                  openItemId: id,
                  documentNumber: z.string(),
                  /** in the item's currency */
                  amountMinor,
                  /** what it takes of the bank's money, where that is in another currency */
                  paidMinor: amountMinor.nullable(),
                }),
              ),
              leftMinor: amountMinor,
              /** items in another currency than the money: the day's rate, their worth by it in the money, our gain */
              exchange: z
                .object({
                  currency: z.string(),
                  itemCurrency: z.string(),
                  moneyCurrency: z.string(),
                  rateMicro: z.int(),
                  ...quote,
                  worthMinor: amountMinor,
                  gainMinor: amountMinor,
                })
                .nullable(),
            })
            .nullable(),
          accountCode: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Ties lines of the bank to lines of the books of the same sum. */
  acceptBooked: command(
    'treasury.write',
    {
      lineIds: z.array(id).min(1).max(200),
      bookLines: z
        .array(z.strictObject({ entryId: id, lineNumber: z.int().positive() }))
        .min(1)
        .max(200),
      confidence: z.int().min(0).max(100).default(100),
    },
    matched,
  ),
  /** Posts a payment from the bank's line and ties it to it. */
  acceptPayment: command(
    'treasury.write',
    {
      lineId: id,
      partnerId: id,
      applications: z
        .array(
          z.strictObject({
            openItemId: id,
            amountMinor: amountMinor.refine((amount) => amount !== 0),
            paidMinor: amountMinor.optional(),
            discountMinor: shareMinor,
            writeOffMinor: shareMinor,
          }),
        )
        .max(500)
        .default([]),
      differenceMinor: shareMinor,
    },
    matched,
  ),
  /** Posts the bank's line onto accounts of the books. */
  acceptEntry: command(
    'treasury.write',
    {
      lineId: id,
      lines: z
        .array(
          z.strictObject({
            accountCode: z.string(),
            amountMinor: amountMinor.refine((amount) => amount !== 0),
            text: z.string().trim().max(200).default(''),
          }),
        )
        .min(1)
        .max(50),
    },
    matched,
  ),
  /** `otherMinor`: what the other account gave or got, where it is in another currency; left out, as the day's rates say. */
  acceptTransfer: command(
    'treasury.write',
    { lineId: id, otherId: id, otherMinor: amountMinor.positive().optional() },
    matched,
  ),
  /** Ties every line that can only be one booking. */
  matchCertain: command('treasury.write', { accountId: id }, z.object({ matched: z.int() })),
  /** Takes a match back; a document that was made from the line is reversed. */
  undoMatch: command('treasury.write', { lineId: id, reversedOn: date }, done),
  proof: query(
    'treasury.read',
    { accountId: id, asOf: date },
    z.object({
      account: z.object({ id, name: z.string(), currency: z.string().nullable() }),
      asOf: z.string(),
      bookMinor: amountMinor,
      bankMinor: amountMinor.nullable(),
      bankOnly: inAndOut,
      booksOnly: inAndOut,
      booksCorrectedMinor: amountMinor,
      bankCorrectedMinor: amountMinor.nullable(),
      startDifferenceMinor: amountMinor.nullable(),
      differenceMinor: amountMinor.nullable(),
      gapMinor: amountMinor.nullable(),
    }),
  ),
  listRules: query(
    'treasury.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          direction: z.string(),
          pattern: z.string(),
          partnerName: z.string().nullable(),
          accountCode: z.string().nullable(),
          hits: z.int(),
        }),
      ),
    }),
  ),
  deleteRule: command('treasury.write', { id }, done),
}
