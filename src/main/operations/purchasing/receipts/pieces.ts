import { refuse } from '../../../../shared/errors'
import { MICRO } from '../../../../shared/values/integers'
import type { Item } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import { departureOf, findLot } from '../../../ledgers/inventory'

interface Scanned {
  readonly quantityMicro: number
  readonly lotCode?: string | undefined
  readonly serials?: readonly string[] | undefined
}

/** A line with serial numbers becomes a line for each piece. Refuses `purchasing.serialsDiffer`. */
export function pieceLines<Line extends Scanned>(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    if (line.serials === undefined) return [line]
    const count = line.serials.length
    if (count * MICRO !== line.quantityMicro) {
      refuse('purchasing.serialsDiffer', { count, quantityMicro: line.quantityMicro }, `lines.${at}.serials`)
    }
    return line.serials.map((lotCode) => ({ ...line, lotCode, quantityMicro: MICRO }))
  })
}

/** A piece that was sold comes back as the customer's return, not as a purchase. */
export function requireNotSold(tx: Tx, item: Item, serial: string, field: string): void {
  const lot = findLot(tx, item.id, serial)
  const left = lot === undefined ? undefined : departureOf(tx, item.id, lot.id)
  if (left?.kind !== 'shipping.shipment') return
  const params = { item: `${item.code} ${item.name}`, serial, document: left.number ?? '' }
  refuse('purchasing.serialSold', params, `${field}.lotCode`)
}
