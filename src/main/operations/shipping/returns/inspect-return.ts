import { refuse, refuseUnlessAllowed } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements } from '../../../ledgers/inventory'
import { fillBackOrders } from '../../sales'
import { adjustStock, planPutaway, returnsBin } from '../../warehouse'
import { inspectionStore, type HeldLine } from './inspection-store'
import { returnStore } from './return-store'

export interface InspectReturn {
  readonly id: number
  readonly inspectedOn: BusinessDate
  readonly finding: string
  /** What is in neither stays held. */
  readonly lines: readonly {
    readonly returnLineId: number
    readonly restockMicro: number
    readonly scrapMicro: number
  }[]
}

interface Inspected extends HeldLine {
  readonly binId: number
  readonly restockMicro: number
  readonly scrapMicro: number
}

/** Goods that came back and were held are sold again or written off, whole or in part; the rest stays held. */
export function inspectReturn(tx: Tx, actor: Actor, input: InspectReturn) {
  const document = returnStore.byId(tx, input.id) ?? refuse('shipping.returnUnknown', {}, 'id')
  if (document.state === 'reversed') refuse('shipping.returnReversed', { number: document.number }, 'id')
  const { inspectedOn, finding } = input
  if (inspectedOn < document.returned_on) refuse('shipping.inspectedBeforeBack', {}, 'inspectedOn')
  const lines = inspectedLines(tx, input)
  const scrapped = lines.filter((line) => line.scrapMicro > 0)
  if (scrapped.length > 0 && !actor.rights.has('inventory.adjust')) {
    refuseUnlessAllowed('right:inventory.adjust', 'access.rightMissing', { right: 'inventory.adjust' })
  }
  const number = nextNumber(tx, 'IN', inspectedOn)
  const warehouseId = document.warehouse_id
  const adjustmentId =
    scrapped.length === 0
      ? null
      : adjustStock(tx, actor, {
          warehouseId,
          adjustedOn: inspectedOn,
          reason: `${number} ${finding}`,
          lines: scrapped.map(({ binId, itemId, lotCode, scrapMicro }) => ({
            binId,
            itemId,
            ...(lotCode === null ? {} : { lotCode }),
            quantityMicro: 0 - scrapMicro,
          })),
        }).id
  const id = inspectionStore.insert(
    tx,
    { number, returnId: document.id, inspectedOn, finding, adjustmentId },
    actor.userId,
  )
  for (const line of lines) inspectionStore.insertLine(tx, id, line)
  restock(
    tx,
    { id, warehouseId, inspectedOn },
    lines.filter((line) => line.restockMicro > 0),
  )
  tx.announce({ kind: 'shipping.returnInspected', id: document.id })
  return { id, number, state: 'posted' }
}

function inspectedLines(tx: Tx, input: InspectReturn): Inspected[] {
  const held = new Map(inspectionStore.held(tx, input.id).map((line) => [line.id, line]))
  const lines = input.lines.flatMap((entry, at) => {
    const line = held.get(entry.returnLineId)
    held.delete(entry.returnLineId)
    if (line === undefined || line.binId === null) {
      return refuse('shipping.nothingHeld', {}, `lines.${at}.returnLineId`)
    }
    const { restockMicro, scrapMicro } = entry
    if (restockMicro + scrapMicro > line.heldMicro) {
      const item = requireItem(tx, line.itemId)
      const text = (micro: number): string => formatQuantity(micro, { group: false })
      const params = { item: `${item.code} ${item.name}`, held: text(line.heldMicro) }
      return refuse('shipping.inspectedTooMany', params, `lines.${at}.restockMicro`)
    }
    return restockMicro + scrapMicro === 0 ? [] : [{ ...line, binId: line.binId, restockMicro, scrapMicro }]
  })
  return lines.length > 0 ? lines : refuse('shipping.nothingInspected', {}, 'lines')
}

/** Held goods become goods for sale where returns come in, and their way to the shelf is planned. */
function restock(
  tx: Tx,
  inspection: { readonly id: number; readonly warehouseId: number; readonly inspectedOn: string },
  lines: readonly Inspected[],
): void {
  if (lines.length === 0) return
  const { warehouseId } = inspection
  const source = { kind: 'shipping.inspection', id: inspection.id }
  const toBinId = returnsBin(tx, warehouseId)
  postMovements(
    tx,
    { postedOn: inspection.inspectedOn, source },
    lines.map(({ id, itemId, lotId, binId, status, restockMicro }) => ({
      warehouseId,
      itemId,
      lotId,
      from: { binId, status },
      to: { binId: toBinId, status: 'available' as const },
      quantityMicro: restockMicro,
      sourceLineId: id,
    })),
  )
  planPutaway(tx, {
    warehouseId,
    source,
    lines: lines.map(({ id, itemId, lotId, restockMicro }) => ({
      sourceLineId: id,
      itemId,
      lotId,
      quantityMicro: restockMicro,
      fromBinId: toBinId,
    })),
  })
  fillBackOrders(tx, { warehouseId, itemIds: lines.map(({ itemId }) => itemId) })
}
