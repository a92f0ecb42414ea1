import { z } from 'zod'
import { amountMinor, date, done, id } from './fields'
import { command, query } from './procedure'

const kind = z.enum(['construction', 'education', 'local-education', 'income'])

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
  listRates: query(
    'accounting.read',
    { on: date },
    z.object({ rows: z.array(z.object({ kind, rateMicro: z.int(), isOwn: z.boolean() })) }),
  ),
  setRate: command('accounting.post', { kind, validFrom: date, rateMicro: z.int().min(0).max(1_000_000) }, done),
}
