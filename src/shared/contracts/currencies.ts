import { z } from 'zod'
import { amountMinor, date, done, id, listInput, listOf, priceMicro } from './fields'
import { command, query } from './procedure'

export const currencyCode = z.string().regex(/^[A-Z]{3}$/)
/** Micro of one currency for `units` of the other, as the currency is quoted. */
export const rateMicro = z.int().positive().max(1_000_000_000_000)
const quoted = z.enum(['direct', 'indirect'])
/** How a currency is quoted: `direct`, so many of ours for `units` of it; `indirect`, so many of it for `units` of ours. */
export const quote = { units: z.int(), quoted }

/** The currency that a document's prices are in, null for that of the books, and its rate; left out, that of the day. */
export const inCurrency = { currency: currencyCode.nullable().default(null), rateMicro: rateMicro.optional() }
/** Whether the prices of a document's lines include the tax. */
export const pricesIncludeTax = z.boolean().default(false)

type Figures = {
  readonly amount: () => z.ZodNullable<typeof amountMinor>
  readonly price: () => z.ZodNullable<typeof priceMicro>
}
/** Figures that everybody sees who sees the document; those that tell a cost are given by `costMinor` and `costMicro`. */
const OPEN: Figures = { amount: () => amountMinor.nullable(), price: () => priceMicro.nullable() }

/** What a document answers of its foreign side; all empty where it is in the currency of the books. */
export const foreignSide = ({ amount, price } = OPEN) => ({
  totals: {
    currency: z.string().nullable(),
    rateMicro: z.int().nullable(),
    foreignNetMinor: amount(),
    foreignTaxMinor: amount(),
  },
  line: {
    foreignPriceMicro: price(),
    /** as it was entered, where it includes the tax */
    grossPriceMicro: price(),
    foreignNetMinor: amount(),
    foreignTaxMinor: amount(),
  },
  row: { currency: z.string().nullable(), foreignGrossMinor: amount() },
})

export const currencies = {
  /** Foreign currencies that the company deals in, each with its last rate. */
  listCurrencies: query(
    'signedIn',
    {},
    z.object({
      base: z.string(),
      rows: z.array(
        z.object({
          code: z.string(),
          decimals: z.int(),
          ...quote,
          isActive: z.boolean(),
          lastOn: z.string().nullable(),
          lastRateMicro: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** How it is quoted stays as it is: documents carry rates that are read that way. */
  addCurrency: command(
    'accounting.post',
    {
      code: currencyCode,
      units: z.union([z.literal(1), z.literal(10), z.literal(100), z.literal(1000), z.literal(10_000)]).default(1),
      quoted: quoted.default('direct'),
    },
    done,
  ),
  setActive: command('accounting.post', { code: currencyCode, isActive: z.boolean() }, done),
  listRates: query(
    'accounting.read',
    { ...listInput, currency: currencyCode.optional() },
    listOf(z.object({ id, currency: z.string(), validFrom: z.string(), rateMicro: z.int(), ...quote })),
  ),
  /** Enters rates or mends those of the same day: all of them or none. */
  setRates: command(
    'accounting.post',
    {
      rates: z
        .array(z.strictObject({ currency: currencyCode, validFrom: date, rateMicro }))
        .min(1)
        .max(5000),
    },
    z.object({ saved: z.int() }),
  ),
  deleteRate: command('accounting.post', { id }, done),
  /** The last rate on or before a day; null where there is none yet. */
  rateOn: query(
    'signedIn',
    { currency: currencyCode, on: date },
    z.object({ rateMicro: z.int().nullable(), validFrom: z.string().nullable() }),
  ),
}
