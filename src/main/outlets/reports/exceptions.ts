import { addDays, daysBetween } from '../../../shared/values/date'
import type { Reader } from '../../kernel/db'
import { valueOf } from './lot-value'
import { ownerQueries, type ExpiringLot, type LateOrders, type Overdue } from './owner-queries'
import type { OwnerPage } from './owner-page'

type OwnerException = OwnerPage['exceptions'][number]

/** More than five decisions at once are none. */
const MOST_EXCEPTIONS = 5
/** A receipt without its invoice for so long is asked for. */
const UNMATCHED_AFTER_DAYS = 14
/** An item sold within so many days is missed when nothing of it is free. */
const MISSED_DAYS = 30

interface Known {
  readonly lots: readonly ExpiringLot[]
  readonly overdue: Overdue
  readonly late: LateOrders
}

/** What needs a decision on a day, most urgent first, at most five. */
export function exceptionsOf(reader: Reader, on: string, { lots, overdue, late }: Known): OwnerException[] {
  const expired = lots.filter((lot) => lot.expiresOn < on)
  const expiring = lots.filter((lot) => lot.expiresOn >= on)
  const found = [
    ofLots('expiredStock', expired),
    overdueCustomers(overdue, on),
    lateOrders(late, on),
    soldOut(reader, on),
    waitingOrders(reader, on),
    unmatchedReceipts(reader, on),
    ofLots('expiringStock', expiring),
  ]
  return found.filter((exception) => exception.count > 0).slice(0, MOST_EXCEPTIONS)
}

function ofLots(code: 'expiredStock' | 'expiringStock', lots: readonly ExpiringLot[]): OwnerException {
  const [first] = lots
  const params = first === undefined ? {} : { item: first.itemName, lot: first.lotCode, expiresOn: first.expiresOn }
  return { code, count: lots.length, amountMinor: valueOf(lots), params, page: 'inventory.expiring' }
}

function overdueCustomers({ customers, amountMinor, oldestDueOn }: Overdue, on: string): OwnerException {
  const days = oldestDueOn === null ? 0 : daysBetween(oldestDueOn, on)
  return { code: 'overdueCustomers', count: customers, amountMinor, params: { days }, page: 'treasury.openItems' }
}

function lateOrders({ count, amountMinor, oldestPromisedOn }: LateOrders, on: string): OwnerException {
  const days = oldestPromisedOn === null ? 0 : daysBetween(oldestPromisedOn, on)
  return { code: 'lateOrders', count, amountMinor, params: { days }, page: 'sales.orders' }
}

function soldOut(reader: Reader, on: string): OwnerException {
  const { count, itemName } = ownerQueries.soldOut(reader, addDays(on, -MISSED_DAYS))
  const params = itemName === null ? {} : { item: itemName, days: MISSED_DAYS }
  return { code: 'soldOut', count, amountMinor: null, params, page: 'inventory.stock' }
}

/** To leave today or tomorrow, and no picker has them yet; older ones are late orders. */
function waitingOrders(reader: Reader, on: string): OwnerException {
  const { count, firstDueOn } = ownerQueries.waiting(reader, { from: on, to: addDays(on, 1) })
  const params = firstDueOn === null ? {} : { dueOn: firstDueOn }
  return { code: 'waitingOrders', count, amountMinor: null, params, page: 'warehouse.waves' }
}

function unmatchedReceipts(reader: Reader, on: string): OwnerException {
  const { count, amountMinor, oldestOn } = ownerQueries.unmatched(reader, addDays(on, -UNMATCHED_AFTER_DAYS))
  const days = oldestOn === null ? 0 : daysBetween(oldestOn, on)
  return { code: 'unmatchedReceipts', count, amountMinor, params: { days }, page: 'purchasing.receipts' }
}
