import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import { incomingOf, waitingLines, waitingMicro } from './back-order-queries'
import { promisableOf } from './channel-stock'

export interface Supply {
  /** May be promised now. */
  readonly promisableMicro: number
  /** Ordered before and waiting: they come first when goods arrive. */
  readonly waitingMicro: number
  /** By day, ascending. */
  readonly incoming: readonly { readonly day: BusinessDate; readonly quantityMicro: number }[]
}

/**
 * The day from which a quantity can be promised (available to promise): today from free stock, else the day on which
 * what comes in covers those who wait already and this quantity. Overdue goods are hoped for tomorrow at the earliest,
 * which is today here. Undefined: nothing ordered covers it. Pure.
 */
export function promiseDate(supply: Supply, quantityMicro: number, today: BusinessDate): BusinessDate | undefined {
  if (quantityMicro <= supply.promisableMicro) return today
  let missingMicro = quantityMicro - supply.promisableMicro + supply.waitingMicro
  for (const { day, quantityMicro: comingMicro } of supply.incoming) {
    missingMicro -= comingMicro
    if (missingMicro <= 0) return day < today ? today : day
  }
  return undefined
}

/** The same, read from stock and purchase orders. */
export function promiseDateOf(
  reader: Reader,
  asked: { warehouseId: number; itemId: number; channelId: number | null; quantityMicro: number; today: BusinessDate },
): BusinessDate | undefined {
  const { warehouseId, itemId, channelId, quantityMicro, today } = asked
  const promisableMicro = promisableOf(reader, warehouseId, itemId, channelId)
  if (quantityMicro <= promisableMicro) return today
  const supply = {
    promisableMicro,
    waitingMicro: waitingMicro(reader, itemId, warehouseId),
    incoming: incomingOf(reader, itemId, warehouseId),
  }
  return promiseDate(supply, quantityMicro, today)
}

/** The day on which a line that waits gets all of its rest: those before it in the queue come first. */
export function fillDateOf(
  reader: Reader,
  asked: { warehouseId: number; itemId: number; channelId: number | null; lineId: number; today: BusinessDate },
): BusinessDate | undefined {
  const { warehouseId, itemId, channelId, lineId, today } = asked
  const queue = waitingLines(reader, warehouseId, [itemId])
  const at = queue.findIndex((line) => line.id === lineId)
  const upToMicro = queue.slice(0, at + 1).reduce((sum, line) => sum + line.backorderedMicro, 0)
  const promisableMicro = promisableOf(reader, warehouseId, itemId, channelId)
  return promiseDate(
    { promisableMicro, waitingMicro: 0, incoming: incomingOf(reader, itemId, warehouseId) },
    upToMicro,
    today,
  )
}
