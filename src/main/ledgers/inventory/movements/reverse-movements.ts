import type { BusinessDate } from '../../../../shared/values/date'
import { catchWeightOf } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import { pieceStore } from './piece-store'
import { writeMovements, type MovementDraft, type MovementTies, type Source } from './post-movements'
import { stockStore, type StoredMovement } from './stock-store'

export interface ReversedMovement {
  readonly warehouseId: number
  readonly itemId: number
  readonly sourceLineId: number | null
  readonly quantityMicro: number
  /** The bin that the movement had filled and its reversal empties; null where goods had left. */
  readonly fromBinId: number | null
  /** The bin that goods which had left lie in again; null where they had come in. */
  readonly toBinId: number | null
  /** What the movement was worth, signed as its effect on stock value. */
  readonly originalMinor: number
  /** What the reversal does to stock value; differs from `-originalMinor` where less value is left. */
  readonly reversedMinor: number
}

interface Reversal {
  readonly postedOn: BusinessDate
  /** Where the reversal is a document of its own. */
  readonly reversalSource?: Source
}

/**
 * Moves everything a document moved back, last first, at the values it had. Goods that came in must still lie where
 * they were put; they take their old value with them as far as the item still holds it, the last piece all of it.
 */
export function reverseMovements(tx: Tx, source: Source, reversal: Reversal): ReversedMovement[] {
  const movements = stockStore.movementsOfSource(tx, source.kind, source.id).toReversed()
  const posting = { postedOn: reversal.postedOn, source: reversal.reversalSource ?? source }
  const posted = writeMovements(
    tx,
    posting,
    movements.map((movement) => opposite(tx, movement)),
  )
  return movements.map((movement, at) => {
    const sign = movement.fromBinId === null ? 1 : -1
    return {
      warehouseId: movement.warehouseId,
      itemId: movement.itemId,
      sourceLineId: movement.sourceLineId,
      quantityMicro: movement.quantityMicro,
      fromBinId: movement.toBinId,
      toBinId: movement.fromBinId,
      originalMinor: sign * movement.valueMinor,
      reversedMinor: 0 - sign * (posted[at]?.valueMinor ?? 0),
    }
  })
}

function opposite(tx: Tx, movement: StoredMovement): MovementDraft & MovementTies {
  const { warehouseId, itemId, lotId, quantityMicro, valueMinor } = movement
  const crossesBorder = movement.fromBinId === null || movement.toBinId === null
  return {
    warehouseId,
    itemId,
    lotId,
    quantityMicro,
    ...(movement.toBinId === null || movement.toStatus === null
      ? {}
      : { from: { binId: movement.toBinId, status: movement.toStatus } }),
    ...(movement.fromBinId === null || movement.fromStatus === null
      ? {}
      : { to: { binId: movement.fromBinId, status: movement.fromStatus } }),
    ...(crossesBorder ? { valueMinor, undoes: movement.id } : {}),
    ...(movement.sourceLineId === null ? {} : { sourceLineId: movement.sourceLineId }),
    ...(catchWeightOf(tx, itemId) === undefined ? {} : { pieces: pieceStore.ofMovement(tx, movement.id) }),
    ...(movement.ownerId === 0 ? {} : { ownerId: movement.ownerId }),
  }
}
