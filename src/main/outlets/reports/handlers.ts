import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { printTable } from './print-table'
import { ownerPage } from './owner-page'
import { salesQueries } from './sales-queries'
import { salesByMonth } from './sales-report'
import { stockQueries } from './stock-queries'
import { itemYear } from './years/item-year'
import { partnerYear } from './years/partner-year'

export const handlers: Handlers<typeof contract.reports> = {
  salesByMonth: (reader, _actor, input) => ({ rows: salesByMonth(reader, input) }),
  salesByCustomer: (reader, _actor, { limit, ...range }) => ({
    rows: salesQueries.salesByCustomer(reader, range, limit),
  }),
  salesByItem: (reader, _actor, { limit, ...range }) => ({ rows: salesQueries.salesByItem(reader, range, limit) }),
  stockOnHand: (reader, _actor, { asOf }) => {
    const rows = asOf === undefined ? stockQueries.stockNow(reader) : stockQueries.stockOn(reader, asOf)
    const items = asOf === undefined ? stockQueries.valueNow(reader) : stockQueries.valueOn(reader, asOf)
    return { rows, items, valueMinor: items.reduce((sum, item) => sum + item.valueMinor, 0) }
  },
  itemYear: (reader, _actor, input) => itemYear(reader, input),
  partnerYear: (reader, _actor, input) => partnerYear(reader, input),
  printTable: (reader, _actor, input) => printTable(reader, input),
  ownerPage: (reader, _actor, { on }) => ownerPage(reader, on),
}
