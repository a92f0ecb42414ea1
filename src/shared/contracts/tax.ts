import { z } from 'zod'
import { amountMinor, date, documentAnswer, done, id, listInput, listOf, note } from './fields'
import { command, query } from './procedure'

const kind = z.enum(['construction', 'education', 'local-education', 'income', 'stamp'])
/** 一般纳税人 or 小规模纳税人; whether input tax waits to be certified. */
const taxpayer = { validFrom: date, kind: z.enum(['general', 'small-scale']), certifiesInput: z.boolean() }

const documents = z
  .array(z.strictObject({ sourceKind: z.string().min(1).max(60), sourceId: id }))
  .min(1)
  .max(500)
const state = z.enum(['posted', 'reversed'])
const certification = { id, number: z.string(), state, certifiedOn: date, amountMinor }
/** Lost or spoiled, for employees, for what is free of tax, for private use. */
const reason = z.enum(['loss', 'welfare', 'exempt', 'private', 'other'])
const transfer = {
  id,
  number: z.string(),
  state,
  transferredOn: date,
  amountMinor,
  reason: z.string(),
  accountCode: z.string(),
  note: z.string(),
}
const reversal = { id, reversedOn: date, reason: note }

export const tax = {
  /** VAT account by account as the books hold it, with every line; credits above zero. */
  vatSummary: query(
    'accounting.read',
    { from: date, to: date },
    z.object({
      rows: z.array(
        z.object({
          role: z.string(),
          accountCode: z.string(),
          accountName: z.string(),
          openingMinor: amountMinor,
          debitMinor: amountMinor,
          creditMinor: amountMinor,
          closingMinor: amountMinor,
          lines: z.array(
            z.object({
              postedOn: z.string(),
              sourceKind: z.string(),
              sourceId: id,
              number: z.string(),
              memo: z.string(),
              debitMinor: amountMinor,
              creditMinor: amountMinor,
            }),
          ),
        }),
      ),
      outputMinor: amountMinor,
      inputMinor: amountMinor,
      /** 上期留抵税额: input above output of the time before */
      broughtMinor: amountMinor,
      /** below zero: carried forward, or refunded */
      payableMinor: amountMinor,
    }),
    { heavy: true },
  ),
  /** The return in boxes, by side, tax code and rate; entries that are no invoices stand by what made them. */
  vatReturn: query(
    'accounting.read',
    { from: date, to: date },
    z.object({
      boxes: z.array(
        z.object({
          side: z.enum(['output', 'input']),
          taxCode: z.string().nullable(),
          rateMicro: z.int().nullable(),
          sourceKind: z.string().nullable(),
          netMinor: amountMinor.nullable(),
          taxMinor: amountMinor,
          lines: z.array(
            z.object({
              postedOn: z.string(),
              sourceKind: z.string(),
              sourceId: id,
              number: z.string(),
              netMinor: amountMinor.nullable(),
              taxMinor: amountMinor,
            }),
          ),
        }),
      ),
      outputMinor: amountMinor,
      inputMinor: amountMinor,
      /** 上期留抵税额: input above output of the time before */
      broughtMinor: amountMinor,
      /** below zero: carried forward, or refunded */
      payableMinor: amountMinor,
      /** what the accounts of the tax moved: the same */
      ledgerOutputMinor: amountMinor,
      ledgerInputMinor: amountMinor,
    }),
    { heavy: true },
  ),
  /** Input tax document by document: waiting to be certified, put off, or certified. */
  listInputTax: query(
    'accounting.read',
    { ...listInput, state: z.enum(['uncertified', 'deferred', 'certified']).default('uncertified') },
    listOf(
      z.object({
        sourceKind: z.string(),
        sourceId: id,
        number: z.string(),
        postedOn: z.string(),
        partnerName: z.string().nullable(),
        memo: z.string(),
        amountMinor,
      }),
      { amountMinor },
    ),
  ),
  /** Deducts the input tax of these documents in the month of the day. */
  certify: command('accounting.post', { certifiedOn: date, documents }, documentAnswer),
  /** Puts documents off (待抵扣), or back to those that wait. */
  defer: command('accounting.post', { documents, isDeferred: z.boolean() }, done),
  listCertifications: query('accounting.read', {}, z.object({ rows: z.array(z.object(certification)) })),
  getCertification: query(
    'accounting.read',
    { id },
    z.object({
      ...certification,
      lines: z.array(z.object({ sourceKind: z.string(), sourceId: id, number: z.string(), amountMinor })),
    }),
  ),
  reverseCertification: command('documents.reverse', reversal, documentAnswer),
  /** Takes deducted input tax out again, onto the account that bears it. */
  transferOut: command(
    'accounting.post',
    {
      transferredOn: date,
      amountMinor: amountMinor.positive(),
      reason,
      accountCode: z.string().min(1).max(40),
      note: z.string().trim().max(200).default(''),
    },
    documentAnswer,
  ),
  listTransfersOut: query('accounting.read', {}, z.object({ rows: z.array(z.object(transfer)) })),
  getTransferOut: query('accounting.read', { id }, z.object(transfer)),
  reverseTransferOut: command('documents.reverse', reversal, documentAnswer),
  /** When what is declared. */
  calendar: query(
    'accounting.read',
    { year: z.int().min(2000).max(2100) },
    z.object({ rows: z.array(z.object({ what: z.string(), period: z.string(), dueOn: z.string() })) }),
  ),
  /** How the company is taxed on a day, and every change of it, newest first. */
  taxpayer: query(
    'accounting.read',
    { on: date },
    z.object({
      kind: taxpayer.kind,
      certifiesInput: z.boolean(),
      collectionRateMicro: z.int().nullable(),
      thresholdMinor: amountMinor.nullable(),
      rows: z.array(z.object(taxpayer)),
    }),
  ),
  setTaxpayer: command('accounting.post', taxpayer, done),
  /** Sales of a quarter up to which a small-scale taxpayer owes no VAT. */
  setThreshold: command('accounting.post', { validFrom: date, quarterMinor: amountMinor.nonnegative() }, done),
  listRates: query(
    'accounting.read',
    { on: date },
    z.object({ rows: z.array(z.object({ kind, rateMicro: z.int(), isOwn: z.boolean() })) }),
  ),
  setRate: command('accounting.post', { kind, validFrom: date, rateMicro: z.int().min(0).max(1_000_000) }, done),
}
