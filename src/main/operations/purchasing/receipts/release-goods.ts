import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements } from '../../../ledgers/inventory'
import { fillBackOrders } from '../../sales'
import { planPutaway, receivingBin } from '../../warehouse'
import type { DocumentAnswer } from '../orders/order'
import { releaseStore } from './release-store'
import { requireReceipt } from './reverse-receipt'

export interface ReleaseGoods {
  readonly receiptId: number
  readonly releasedOn: BusinessDate
  readonly reason: string
  readonly lines: readonly { readonly receiptLineId: number; readonly quantityMicro: number }[]
}

/** Held goods are for sale after all: from quarantine to the dock, and their way to the shelf is planned. */
export function releaseGoods(tx: Tx, actor: Actor, input: ReleaseGoods): DocumentAnswer {
  const receipt = requireReceipt(tx, input.receiptId)
  const { id, number, warehouseId } = receipt
  if (receipt.state === 'reversed') refuse('purchasing.receiptReversed', { receipt: number })
  const { releasedOn, reason } = input
  if (releasedOn < receipt.receivedOn) refuse('purchasing.releasedBeforeReceived', {}, 'releasedOn')
  const dockId = receivingBin(tx, warehouseId)
  for (const [at, { receiptLineId, quantityMicro }] of input.lines.entries()) {
    const line = releaseStore.held(tx, id).find((one) => one.id === receiptLineId)
    const heldMicro = line?.heldMicro ?? 0
    if (line === undefined || quantityMicro > heldMicro) {
      const item = line === undefined ? '' : requireItem(tx, line.itemId).name
      const held = formatQuantity(heldMicro, { group: false })
      return refuse('purchasing.nothingHeld', { item, held }, `lines.${at}.quantityMicro`)
    }
    const { itemId, lotId, binId, status } = line
    const releaseId = releaseStore.insert(tx, { lineId: line.id, quantityMicro, releasedOn, reason }, actor.userId)
    const source = { kind: 'purchasing.release', id: releaseId }
    const to = { binId: dockId, status: 'available' as const }
    const goods = { itemId, lotId, quantityMicro, sourceLineId: line.id }
    postMovements(tx, { postedOn: releasedOn, source }, [{ ...goods, warehouseId, from: { binId, status }, to }])
    planPutaway(tx, { warehouseId, source, lines: [{ ...goods, fromBinId: dockId }] })
    fillBackOrders(tx, { warehouseId, itemIds: [itemId] })
  }
  tx.announce({ kind: 'purchasing.goodsReleased', id })
  return { id, number, state: receipt.state }
}
