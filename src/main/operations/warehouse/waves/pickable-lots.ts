import type { Reader } from '../../../kernel/db'
import { pickable } from '../../../ledgers/inventory'
import { holdStore } from '../lots/hold-store'
import { requireBin } from '../layout/bins'
import type { Bin } from '../layout/layout-store'
import type { PickableLot } from './allocate-lots'
import { waveStore } from './wave-store'

/** Bins met in one run, each read once. */
export class BinsMet {
  readonly #bins = new Map<number, Bin>()

  constructor(private readonly reader: Reader) {}

  of(id: number): Bin {
    let bin = this.#bins.get(id)
    if (bin === undefined) this.#bins.set(id, (bin = requireBin(this.reader, id)))
    return bin
  }
}

/**
 * Stock of an item that a wave may take, in FEFO order: it lies where clerks pick (not at the dock, where putaway is
 * planned, nor at the packing place) and no clerk has found it missing.
 */
export function pickableLots(reader: Reader, warehouseId: number, itemId: number, bins: BinsMet): PickableLot[] {
  const doubtful = new Set(waveStore.recounted(reader, itemId).map(({ binId, lotId }) => `${binId} ${lotId}`))
  const held = holdStore.heldOfItem(reader, itemId)
  return pickable(reader, { warehouseId, itemId }).flatMap((stock) => {
    const { binId, lotId, freeMicro } = stock
    const { kind, blocked } = bins.of(binId)
    const isPickPlace = kind === 'storage' || kind === 'pick-face' || kind === 'staging'
    if (freeMicro <= 0 || !isPickPlace || blocked !== 0 || held.has(lotId) || doubtful.has(`${binId} ${lotId}`))
      return []
    return [{ ...stock, isPickFace: kind === 'pick-face' }]
  })
}
