import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements } from '../../../ledgers/inventory'
import { requireBinByScan } from '../layout/bins'
import { layoutStore, type Bin } from '../layout/layout-store'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { requireClimate } from './places'
import { requireMixing } from './put-away'
import { putawayStore } from './putaway-store'
import { roomMicro } from './room-in-bin'

type Status = 'available' | 'quarantine' | 'damaged'

export interface MoveStock {
  readonly fromBinScan: string
  readonly toBinScan: string
  readonly itemId: number
  readonly lotId: number | null
  readonly quantityMicro: number
  readonly status: Status
  readonly toStatus?: Status | undefined
}

/** Moves stock between bins outside any plan, or gives it another status where it lies. */
export function moveStock(tx: Tx, actor: Actor, input: MoveStock): { movementId: number; scanId: number } {
  const from = requireBinByScan(tx, input.fromBinScan)
  const to = requireBinByScan(tx, input.toBinScan)
  const toStatus = input.toStatus ?? input.status
  if (from.warehouse_id !== to.warehouse_id) refuse('warehouse.binOfOtherWarehouse', { bin: to.code }, 'toBinScan')
  if (from.id === to.id && toStatus === input.status) refuse('warehouse.sameBin', { bin: to.code }, 'toBinScan')
  if (from.id !== to.id) requireRoom(tx, to, { ...input, lotId: input.lotId ?? 0 })
  const scanId = scanStore.record(tx, actor, {
    step: 'move',
    // Where it was taken from, and where to: by these it is taken back.
    subjectKind: 'bin',
    subjectId: from.id,
    scanned: to.code,
    quantityMicro: input.quantityMicro,
  })
  const [movement] = postMovements(
    tx,
    { postedOn: localDate(tx.now), source: { kind: 'warehouse.move', id: scanId } },
    [
      {
        warehouseId: from.warehouse_id,
        itemId: input.itemId,
        lotId: input.lotId ?? 0,
        from: { binId: from.id, status: input.status },
        to: { binId: to.id, status: toStatus },
        quantityMicro: input.quantityMicro,
      },
    ],
  )
  layoutStore.startUsing(tx, to.id)
  layoutStore.settleFill(tx, from.id)
  tx.announce({ kind: 'warehouse.moved', id: to.id })
  return { movementId: movement?.id ?? 0, scanId }
}

/** Refuses what a bin cannot take: blocked, the wrong climate, other goods, no room. */
export function requireRoom(
  tx: Tx,
  to: Bin,
  goods: { readonly itemId: number; readonly lotId: number; readonly quantityMicro: number },
  exceptTaskId = 0,
): void {
  if (to.blocked === 1) refuse('warehouse.binBlocked', { bin: to.code }, 'toBinScan')
  requireClimate(tx, to, goods.itemId, 'toBinScan')
  requireMixing(tx, to, goods, 'toBinScan')
  const limits = { capacityMillilitres: to.capacity_millilitres, capacityGrams: to.capacity_grams }
  const room = roomMicro(limits, putawayStore.load(tx, to.id, exceptTaskId), requireItem(tx, goods.itemId))
  if (room < goods.quantityMicro) {
    const params = { bin: to.code, room: quantityText(room), wanted: quantityText(goods.quantityMicro) }
    refuse('warehouse.binFull', params, 'toBinScan')
  }
}
