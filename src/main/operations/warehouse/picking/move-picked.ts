import { localDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import { allocate, deallocate, postMovements } from '../../../ledgers/inventory'
import { layoutStore } from '../layout/layout-store'
import { demandStore } from '../waves/demand-store'
import { pickStore, type OpenPick } from './pick-store'

/** Goods go from the shelf to the packing place; the promise to the order goes with them. */
export function movePicked(tx: Tx, pick: OpenPick, quantityMicro: number, pieces?: number): void {
  const { itemId, lotId, warehouseId, fromBinId, toBinId } = pick
  const status = 'available'
  deallocate(tx, { itemId, binId: fromBinId, lotId, status, quantityMicro })
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.task', id: pick.id } }, [
    {
      warehouseId,
      itemId,
      lotId,
      from: { binId: fromBinId, status },
      to: { binId: toBinId, status },
      quantityMicro,
      ...(pieces === undefined ? {} : { pieces }),
    },
  ])
  allocate(tx, { itemId, binId: toBinId, lotId, status, quantityMicro })
  demandStore.addPicked(tx, pick.demandId, quantityMicro)
  pickStore.addPicked(tx, { demandId: pick.demandId, binId: toBinId, lotId, quantity: quantityMicro })
  layoutStore.settleFill(tx, fromBinId)
}

/** The way back, while nothing of it is packed. False where it is. */
export function moveBack(tx: Tx, pick: OpenPick, quantityMicro: number): boolean {
  const { itemId, lotId, warehouseId, fromBinId, toBinId } = pick
  const status = 'available'
  const row = { demandId: pick.demandId, binId: toBinId, lotId, quantity: quantityMicro }
  if (!pickStore.takePicked(tx, row)) return false
  demandStore.addPicked(tx, pick.demandId, 0 - quantityMicro)
  deallocate(tx, { itemId, binId: toBinId, lotId, status, quantityMicro })
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.task', id: pick.id } }, [
    { warehouseId, itemId, lotId, from: { binId: toBinId, status }, to: { binId: fromBinId, status }, quantityMicro },
  ])
  allocate(tx, { itemId, binId: fromBinId, lotId, status, quantityMicro })
  layoutStore.startUsing(tx, fromBinId)
  return true
}
