import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { itemsOfOrder, receiveGoods } from '../purchasing'
import type { UnitKind } from './notices/notice-store'
import type { UnitReceived } from './notices/receive-unit'
import { placeInUnit } from './place-in-unit'

export interface ReceiveIntoUnits {
  readonly orderId: number
  readonly receivedOn: BusinessDate
  readonly note: string
  readonly units: readonly { readonly kind: UnitKind; readonly code: string }[]
  readonly lines: readonly {
    readonly orderLineId: number
    readonly quantityMicro: number
    readonly pieces?: number | undefined
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
    readonly status: 'available' | 'quarantine' | 'damaged'
    readonly unit?: number | undefined
  }[]
}

/** One receipt, its goods standing at the dock in the units that the clerk filled. */
export function receiveIntoUnits(tx: Tx, actor: Actor, input: ReceiveIntoUnits): UnitReceived {
  const { orderId, receivedOn, note, units } = input
  for (const [at, { unit }] of input.lines.entries()) {
    if (unit !== undefined && units[unit] === undefined) refuse('arrivals.unitMissing', {}, `lines.${at}.unit`)
  }
  const lines = input.lines.map(({ unit: _unit, ...line }) => line)
  const receipt = receiveGoods(tx, actor, { orderId, receivedOn, note, lines })
  const { warehouseId, itemOf } = itemsOfOrder(tx, orderId)
  const filled = units.map((unit, at) =>
    placeInUnit(tx, actor, warehouseId, {
      ...unit,
      goods: input.lines
        .filter((line) => line.unit === at)
        .map(({ orderLineId, lotCode = '', quantityMicro }) => ({
          itemId: itemOf(orderLineId),
          lotCode,
          quantityMicro,
        })),
    }),
  )
  return {
    receipts: [{ id: receipt.id, number: receipt.number ?? '' }],
    units: filled.map(({ code, kind }) => ({ code, kind })),
    held: filled.reduce((sum, unit) => sum + unit.held, 0),
    picksForOrders: receipt.picksForOrders,
  }
}
