import { z } from 'zod'
import { amountMinor, date, id } from './fields'
import { command, query } from './procedure'

const year = z.int().min(1900).max(2999)
/** January to December, on the account's usual side. */
const months = z.array(amountMinor).length(12)

const row = z.object({
  accountCode: z.string(),
  accountName: z.string(),
  kind: z.enum(['revenue', 'expense']),
  amounts: months,
})

const figures = { budgetMinor: amountMinor, actualMinor: amountMinor, betterMinor: amountMinor }

export const budgets = {
  /** A year's budget of one department, or of what is posted to none. */
  get: query(
    'accounting.read',
    { year, departmentId: id.optional() },
    z.object({
      /** 0: never saved */
      revision: z.int(),
      changedBy: z.string().nullable(),
      changedAt: z.string().nullable(),
      rows: z.array(row),
    }),
  ),
  /** What a year really brought, month by month: the usual beginning of the next one's budget. */
  actuals: query('accounting.read', { year, departmentId: id.optional() }, z.object({ rows: z.array(row) }), {
    heavy: true,
  }),
  /** Puts the whole sheet in the place of the one that was read; `revision` tells which that was. */
  save: command(
    'accounting.post',
    {
      year,
      departmentId: id.optional(),
      revision: z.int().min(0),
      rows: z.array(z.strictObject({ accountCode: z.string().max(40), amounts: months })).max(500),
    },
    z.object({ revision: z.int() }),
  ),
  /** Budget against what was posted, months of one year; `betterMinor` is above zero where it went better than planned. */
  variance: query(
    'accounting.read',
    { from: date, to: date, departmentId: id.optional() },
    z.object({
      rows: z.array(
        z.object({
          accountCode: z.string(),
          accountName: z.string(),
          kind: z.enum(['revenue', 'expense']),
          ...figures,
          /** share of the budget in micro; null without a budget */
          usedMicro: z.int().nullable(),
        }),
      ),
      revenue: z.object(figures),
      expense: z.object(figures),
      profit: z.object(figures),
    }),
    { heavy: true },
  ),
}
