import { z } from 'zod'
import { amountMinor, costMinor, date, id } from './fields'
import { query } from './procedure'

const point = z.object({ on: z.string(), amountMinor })

export const reports = {
  /** Sales (invoices less credit notes, net) by month. */
  salesByMonth: query(
    'reports.read',
    { from: date.optional(), to: date.optional() },
    z.object({
      rows: z.array(
        z.object({
          month: z.string(),
          invoices: z.int(),
          netMinor: amountMinor,
          creditedMinor: amountMinor,
          costMinor: costMinor(),
          profitMinor: costMinor(),
        }),
      ),
    }),
    { heavy: true },
  ),
  salesByCustomer: query(
    'reports.read',
    { from: date, to: date, limit: z.int().min(1).max(10_000).default(50) },
    z.object({ rows: z.array(z.object({ partnerId: id, code: z.string(), name: z.string(), netMinor: amountMinor })) }),
    { heavy: true },
  ),
  salesByItem: query(
    'reports.read',
    { from: date, to: date, limit: z.int().min(1).max(10_000).default(50) },
    z.object({
      rows: z.array(
        z.object({ itemId: id, code: z.string(), name: z.string(), quantityMicro: z.int(), netMinor: amountMinor }),
      ),
    }),
    { heavy: true },
  ),
  /** Stock on hand with bins and lots, as of a date (the present when left out). */
  stockOnHand: query(
    'reports.read',
    { asOf: date.optional() },
    z.object({
      rows: z.array(
        z.object({
          itemId: id,
          itemCode: z.string(),
          itemName: z.string(),
          binCode: z.string(),
          lotCode: z.string().nullable(),
          expiresOn: z.string().nullable(),
          status: z.string(),
          quantityMicro: z.int(),
        }),
      ),
      items: z.array(z.object({ itemId: id, itemCode: z.string(), itemName: z.string(), quantityMicro: z.int(), valueMinor: costMinor() })),
      valueMinor: costMinor(),
    }),
    { heavy: true },
  ),
  /** The owner's page for a day: exceptions first, then six figures with comparison and trend. */
  ownerPage: query(
    'reports.read',
    { on: date },
    z.object({
      exceptions: z.array(
        z.object({
          /** a code for translation, its parameters, and the page that mends it */
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          count: z.int(),
          amountMinor: amountMinor.nullable(),
          page: z.string(),
        }),
      ),
      cash: z.object({ amountMinor, dueInMinor: amountMinor, dueOutMinor: amountMinor, trend: z.array(point) }),
      sales: z.object({
        todayMinor: amountMinor,
        monthMinor: amountMinor,
        previousMonthMinor: amountMinor,
        trend: z.array(point),
      }),
      profit: z.object({ monthMinor: costMinor(), previousMonthMinor: costMinor(), marginPercentTenths: z.int().nullable() }),
      stock: z.object({ valueMinor: costMinor(), daysOfStock: z.int().nullable() }),
      lateOrders: z.object({ count: z.int(), amountMinor }),
      expiring: z.object({ lots: z.int(), valueMinor: costMinor() }),
      overdue: z.object({ customers: z.int(), amountMinor }),
    }),
    { heavy: true },
  ),
}
