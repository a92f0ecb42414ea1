import { z } from 'zod'
import { amountMinor, date, done, id } from './fields'
import { command, query } from './procedure'

const kind = z.enum(['construction', 'education', 'local-education', 'income', 'stamp'])
/** 一般纳税人 or 小规模纳税人; whether input tax waits to be certified. */
const taxpayer = { validFrom: date, kind: z.enum(['general', 'small-scale']), certifiesInput: z.boolean() }

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
      payableMinor: amountMinor,
    }),
    { heavy: true },
  ),
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
