import { z } from 'zod'
import { amountMinor, costMinor, date, id, quantityMicro } from './fields'
import { query } from './procedure'

const point = z.object({ on: z.string(), amountMinor })
const costPoint = z.object({ on: z.string(), amountMinor: costMinor() })

/**
 * What needs a decision, most urgent first. Texts stand in i18n under `reports.exceptions.<code>` (`title` with
 * `count`, `detail` with the parameters, `action`).
 */
export const exceptionCode = z.enum([
  'expiredStock',
  'overdueCustomers',
  'lateOrders',
  'soldOut',
  'waitingOrders',
  'unmatchedReceipts',
  'expiringStock',
])

/** Sheets of paper grow by the row; what is longer belongs into a workbook. */
export const PAPER_ROWS = 5000

/** What is open with a partner in one direction, and what of it is past its day, what is to their credit taken off. */
const claim = z.object({ openMinor: amountMinor, overdueMinor: amountMinor })
const paper = { kind: z.string(), documentId: id, number: z.string(), grossMinor: amountMinor }
const deal = {
  documentId: id,
  number: z.string(),
  postedOn: z.string(),
  partner: z.string(),
  quantityMicro,
}

export const reports = {
  /** A list or ledger as this person sees it, on A4 under the name of the company. The texts are the page's own. */
  printTable: query(
    'signedIn',
    {
      title: z.string().trim().min(1).max(200),
      /** what it is about: a span of days, an account */
      about: z.string().trim().max(300).default(''),
      columns: z
        .array(z.strictObject({ title: z.string().max(120), align: z.enum(['left', 'right']) }))
        .min(1)
        .max(40),
      rows: z
        .array(z.strictObject({ cells: z.array(z.string().max(400)).max(40), isStrong: z.boolean().optional() }))
        .max(PAPER_ROWS),
      locale: z.enum(['zh-CN', 'en']),
    },
    z.object({ fileName: z.string(), pdf: z.string() }),
    // The rows are given, not taken; whoever took them has said so (`audit.recordExport`).
    { heavy: true, leaves: false },
  ),
  /**
   * Sales (invoices less credit notes, net) by month; cost is that of the goods shipped less those returned. What is
   * reversed counts on its own day and is taken back on the day of the reversal, as in the books.
   */
  salesByMonth: query(
    'reports.read',
    { from: date.optional(), to: date.optional() },
    z.object({
      rows: z.array(
        z.object({
          month: z.string(),
          /** invoices of the month that stand */
          invoices: z.int(),
          /** after credit notes */
          netMinor: amountMinor,
          creditedMinor: amountMinor,
          costMinor: costMinor(),
          profitMinor: costMinor(),
        }),
      ),
    }),
    { heavy: true },
  ),
  /** One item: the twelve months up to a day, and its last sales and purchases. */
  itemYear: query(
    'reports.read',
    { itemId: id, on: date },
    z.object({
      months: z.array(
        z.object({
          month: z.string(),
          soldMicro: quantityMicro,
          boughtMicro: quantityMicro,
          netMinor: amountMinor,
          costMinor: costMinor(),
          profitMinor: costMinor(),
          /** at the end of the month, or on the day */
          onHandMicro: quantityMicro,
        }),
      ),
      lastSold: z.array(z.object({ ...deal, netMinor: amountMinor })),
      lastBought: z.array(z.object({ ...deal, valueMinor: costMinor() })),
    }),
    { heavy: true },
  ),
  /** One partner: the twelve months up to a day without tax, what is open either way, the open orders and last papers. */
  partnerYear: query(
    'reports.read',
    { partnerId: id, on: date },
    z.object({
      months: z.array(z.object({ month: z.string(), soldMinor: amountMinor, boughtMinor: costMinor() })),
      receivable: claim,
      payable: claim,
      openOrders: z.array(z.object({ ...paper, dueOn: date.nullable() })),
      lastPapers: z.array(z.object({ ...paper, on: date })),
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
  /** Stock on hand with bins and lots, as of a date (the present when left out), derived from the movements. */
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
      items: z.array(
        z.object({
          itemId: id,
          itemCode: z.string(),
          itemName: z.string(),
          quantityMicro: z.int(),
          valueMinor: costMinor(),
        }),
      ),
      valueMinor: costMinor(),
    }),
    { heavy: true },
  ),
  /**
   * The owner's page for a day: exceptions first, then six figures with comparison and trend. Sales, cost, cash and the
   * value of stock are those of the day; what is open (orders, lots, what partners owe) is as it stands now, judged
   * against the day. Trends have one point a day, thirty days up to the day.
   */
  ownerPage: query(
    'reports.read',
    { on: date },
    z.object({
      exceptions: z
        .array(
          z.object({
            code: exceptionCode,
            params: z.record(z.string(), z.union([z.string(), z.number()])),
            count: z.int(),
            amountMinor: amountMinor.nullable(),
            /** the kind of the page that mends it */
            page: z.string(),
          }),
        )
        .max(5),
      cash: z.object({
        amountMinor,
        /** thirty days before */
        previousMinor: amountMinor,
        /** overdue or due within thirty days */
        dueInMinor: amountMinor,
        dueOutMinor: amountMinor,
        trend: z.array(point),
      }),
      sales: z.object({
        todayMinor: amountMinor,
        /** from the first of the month to the day */
        monthMinor: amountMinor,
        /** the same days of the month before */
        previousMonthMinor: amountMinor,
        trend: z.array(point),
      }),
      profit: z.object({
        monthMinor: costMinor(),
        previousMonthMinor: costMinor(),
        marginPercentTenths: costMinor(),
        trend: z.array(costPoint),
      }),
      stock: z.object({
        valueMinor: costMinor(),
        /** thirty days before */
        previousMinor: costMinor(),
        /** how long it lasts at the pace of the last thirty days */
        daysOfStock: z.int().nullable(),
        trend: z.array(costPoint),
      }),
      /** Promised before the day and not fully shipped; their net value. The trend counts them. */
      lateOrders: z.object({
        count: z.int(),
        amountMinor,
        trend: z.array(z.object({ on: z.string(), count: z.int() })),
      }),
      /** Lots on hand that end within thirty days; `expiredLots` of them have ended. */
      expiring: z.object({ lots: z.int(), expiredLots: z.int(), valueMinor: costMinor() }),
      /** After credit notes. The trend is before them. */
      overdue: z.object({ customers: z.int(), amountMinor, trend: z.array(point) }),
    }),
    { heavy: true },
  ),
}
