import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { allocate, deallocate } from '../../../ledgers/inventory'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { allocateLots } from '../waves/allocate-lots'
import { demandStore } from '../waves/demand-store'
import { BinsMet, pickableLots } from '../waves/pickable-lots'
import { waveStore } from '../waves/wave-store'
import { requireOpenPick } from './confirm-pick'
import { movePicked } from './move-picked'
import { pickStore, type OpenPick } from './pick-store'

export interface ShortPicked {
  readonly replacementTaskIds: number[]
  readonly shortMicro: number
}

/**
 * Less was there than planned. What was found goes along; the rest is promised from another bin at once, at the end of
 * the same walk. Where there is none the order line waits again, and the bin is noted for counting either way.
 */
export function shortPick(tx: Tx, actor: Actor, input: { taskId: number; foundMicro: number }): ShortPicked {
  const pick = requireOpenPick(tx, input.taskId)
  const remaining = pick.quantityMicro - pick.doneMicro
  if (input.foundMicro >= remaining) {
    refuse('warehouse.nothingShort', { planned: quantityText(remaining) }, 'foundMicro')
  }
  if (input.foundMicro > 0) movePicked(tx, pick, input.foundMicro)
  const missingMicro = remaining - input.foundMicro
  const { itemId, lotId, fromBinId } = pick
  deallocate(tx, { itemId, binId: fromBinId, lotId, status: 'available', quantityMicro: missingMicro })
  pickStore.setDone(tx, pick.id, pick.doneMicro + input.foundMicro, 'short')
  if (!isExpired(tx, pick)) pickStore.noteRecount(tx, { binId: fromBinId, itemId, lotId, by: actor.userId })

  const { replacementTaskIds, shortMicro } = replace(tx, pick, missingMicro)
  if (shortMicro > 0) demandStore.addReleased(tx, pick.demandId, 0 - shortMicro)
  waveStore.finishIfPicked(tx, pick.batchId)
  scanStore.record(tx, actor, {
    step: 'short',
    subjectKind: 'task',
    subjectId: pick.id,
    scanned: '',
    quantityMicro: input.foundMicro,
  })
  tx.announce({ kind: 'warehouse.shortPicked', id: pick.id })
  return { replacementTaskIds, shortMicro }
}

function isExpired(tx: Tx, pick: OpenPick): boolean {
  return pick.expiresOn !== null && pick.expiresOn < localDate(tx.now)
}

function replace(tx: Tx, pick: OpenPick, missingMicro: number): ShortPicked {
  const demand = demandStore.byId(tx, pick.demandId)
  assert(demand !== undefined, 'a pick serves a demand')
  const wish = { quantityMicro: missingMicro, minimumRemainingLifeDays: demand.minimum_remaining_life_days }
  const lots = pickableLots(tx, pick.warehouseId, pick.itemId, new BinsMet(tx))
  const { allocations, short } = allocateLots([wish], lots, localDate(tx.now))
  let sequence = waveStore.lastSequence(tx, pick.batchId)
  const at = tx.now.toISOString()
  const replacementTaskIds = allocations.map(({ binId, lotId, quantityMicro }) => {
    allocate(tx, { itemId: pick.itemId, binId, lotId, status: 'available', quantityMicro })
    sequence += 1
    const { warehouseId, itemId, toBinId, waveId, demandId, batchId, slot } = pick
    const place = { lotId, quantityMicro, fromBinId: binId, sequence }
    return waveStore.insertPick(tx, { warehouseId, itemId, toBinId, waveId, demandId, batchId, slot, ...place }, at)
  })
  return { replacementTaskIds, shortMicro: short[0]?.missingMicro ?? 0 }
}
