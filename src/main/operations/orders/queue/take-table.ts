import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { tableOrders, type ColumnMap, type TableError } from '../text/table-orders'
import { requestStore } from './request-store'
import { takeOrder } from './take-order'

export interface TakeTable {
  readonly channelId: number
  readonly warehouseId: number
  readonly columns: ColumnMap
  readonly rows: readonly (readonly string[])[]
  /** Where the file names no day. */
  readonly promisedOn: BusinessDate
}

export interface TableAnswer {
  readonly orders: number
  /** The channel's numbers that were here already. */
  readonly known: number
  readonly errors: TableError[]
}

const SHOWN = 200

/** What a file would bring: errors by row and column, and how much of it is new. Writes nothing. */
export function checkTable(reader: Reader, input: Pick<TakeTable, 'channelId' | 'columns' | 'rows'>): TableAnswer {
  const { orders, errors } = tableOrders(input.rows, input.columns)
  const known = orders.filter(({ externalNumber }) => requestStore.byNumber(reader, input.channelId, externalNumber))
  return { orders: orders.length - known.length, known: known.length, errors: errors.slice(0, SHOWN) }
}

/** Takes all whole orders of a file in one transaction, and remembers the channel's columns. */
export function takeTable(tx: Tx, actor: Actor, input: TakeTable): TableAnswer {
  const { channelId, warehouseId } = input
  const { orders, errors } = tableOrders(input.rows, input.columns)
  let known = 0
  for (const { promisedOn, ...order } of orders) {
    if (requestStore.byNumber(tx, channelId, order.externalNumber) !== undefined) {
      known += 1
      continue
    }
    const head = { channelId, warehouseId, priority: 0, release: false, promisedOn: promisedOn ?? input.promisedOn }
    takeOrder(tx, actor, { ...order, ...head }, 'file')
  }
  requestStore.setMapping(tx, channelId, JSON.stringify(input.columns))
  return { orders: orders.length - known, known, errors: errors.slice(0, SHOWN) }
}

export function mappingOf(reader: Reader, input: { channelId: number }): { columns: ColumnMap } {
  return { columns: JSON.parse(requestStore.mapping(reader, input.channelId) ?? '{}') as ColumnMap }
}
