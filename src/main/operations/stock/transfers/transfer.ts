import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { postMovements, reverseMovements, transferMovements, type MovementDraft } from '../../../ledgers/inventory'
import {
  cancelPutaway,
  planPutaway,
  presentValueMinor,
  receivingBin,
  requireWarehouse,
  settleBins,
} from '../../warehouse'
import { restJournal, valueJournal } from '../difference-posting'
import { takeFree } from '../free-goods'
import type { DocumentAnswer, GoodsLine, Reversal, TransferLineRow, TransferRow } from '../tables'
import { transferStore } from './transfer-store'

export const TRANSFER = 'stock.transfer'

export interface SendTransfer {
  readonly fromWarehouseId: number
  readonly toWarehouseId: number
  readonly sentOn: BusinessDate
  readonly note: string
  readonly lines: readonly GoodsLine[]
}

export function requireTransfer(reader: Reader, id: number): TransferRow {
  return transferStore.byId(reader, id) ?? refuse('stock.transferUnknown', {}, 'id')
}

/** Goods leave the one warehouse at their cost and are in transit at the other's dock. No voucher: stock stays stock. */
export function sendTransfer(tx: Tx, actor: Actor, input: SendTransfer): DocumentAnswer {
  const { fromWarehouseId, toWarehouseId, sentOn, note } = input
  const from = requireWarehouse(tx, fromWarehouseId)
  const to = requireWarehouse(tx, toWarehouseId)
  if (fromWarehouseId === toWarehouseId) refuse('stock.sameWarehouse', { warehouse: from.name }, 'toWarehouseId')
  const taken = new Map<string, number>()
  const goods = input.lines.flatMap((line, at) => takeFree(tx, fromWarehouseId, line, taken, `lines.${at}`))
  const toBinId = receivingBin(tx, toWarehouseId)
  const number = nextNumber(tx, 'TR', sentOn)
  const id = transferStore.insert(tx, { number, fromWarehouseId, toWarehouseId, sentOn, note, by: actor.userId })
  const source = { kind: TRANSFER, id }
  const lineIds = goods.map(({ binId, ...line }) =>
    transferStore.insertLine(tx, id, { ...line, fromBinId: binId, toBinId }),
  )
  const arrived = transferMovements(
    tx,
    { postedOn: sentOn, source, by: actor },
    goods.map(({ binId, ...line }, at) => ({
      ...line,
      from: { warehouseId: fromWarehouseId, binId, status: 'available' as const },
      to: { warehouseId: toWarehouseId, binId: toBinId, status: 'in-transit' as const },
      sourceLineId: lineIds[at] ?? 0,
    })),
  )
  settleBins(tx, [toBinId, ...goods.map(({ binId }) => binId)])
  for (const [at, { valueMinor }] of arrived.entries()) transferStore.setValue(tx, lineIds[at] ?? 0, valueMinor)
  index(tx, { kind: TRANSFER, id, title: number, subtitle: `${from.name} → ${to.name}`, words: [note] })
  tx.announce({ kind: 'stock.transferSent', id })
  return { id, number, state: 'in-transit' }
}

/** Its lines as they arrive when nothing of them is missing. */
export const transferLines = (reader: Reader, id: number) =>
  transferStore.linesOf(reader, id).map((line) => ({ lineId: line.id, arrivedMicro: line.quantityMicro }))

export interface ReceiveTransfer {
  readonly id: number
  readonly arrivedOn: BusinessDate
  readonly lines: readonly { readonly lineId: number; readonly arrivedMicro: number }[]
}

/** Closes the journey: what came stands at the dock, what is missing is lost, what is more was found. */
export function receiveTransfer(tx: Tx, actor: Actor, input: ReceiveTransfer): DocumentAnswer {
  const transfer = requireTransfer(tx, input.id)
  const { id, number, toWarehouseId } = transfer
  if (transfer.state !== 'in-transit') refuse('stock.transferClosed', { number }, 'id')
  if (input.arrivedOn < transfer.sentOn) refuse('stock.arrivedBeforeSent', { date: transfer.sentOn }, 'arrivedOn')
  const counted = new Map(input.lines.map((line) => [line.lineId, line.arrivedMicro]))
  const lines = transferStore.linesOf(tx, id)
  const source = { kind: TRANSFER, id }
  const posting = { postedOn: input.arrivedOn, source }
  const differences: { itemId: number; changeMinor: number }[] = []
  for (const line of lines) {
    const arrivedMicro = counted.get(line.id) ?? refuse('stock.arrivalMissing', { number }, 'lines')
    const changeMinor = arriveLine(tx, posting, toWarehouseId, line, arrivedMicro)
    transferStore.arrive(tx, line.id, arrivedMicro, changeMinor)
    differences.push({ itemId: line.itemId, changeMinor })
  }
  postJournal(tx, actor, { postedOn: input.arrivedOn, memo: number, source, lines: valueJournal(differences) })
  settleBins(
    tx,
    lines.map(({ toBinId }) => toBinId),
  )
  // In a customer's place nobody of ours puts anything away.
  if (requireWarehouse(tx, toWarehouseId).customer_id === null)
    planPutaway(tx, {
      warehouseId: toWarehouseId,
      source,
      lines: lines
        .map((line) => ({
          sourceLineId: line.id,
          itemId: line.itemId,
          lotId: line.lotId,
          quantityMicro: counted.get(line.id) ?? 0,
          fromBinId: line.toBinId,
        }))
        .filter(({ quantityMicro }) => quantityMicro > 0),
    })
  transferStore.setArrived(tx, id, input.arrivedOn)
  tx.announce({ kind: 'stock.transferArrived', id })
  return { id, number, state: 'arrived' }
}

/** Returns the change in value: below zero where goods are missing. */
function arriveLine(
  tx: Tx,
  posting: { readonly postedOn: BusinessDate; readonly source: { readonly kind: string; readonly id: number } },
  warehouseId: number,
  line: TransferLineRow,
  arrivedMicro: number,
): number {
  const { id: sourceLineId, itemId, lotId, toBinId: binId, quantityMicro: sentMicro } = line
  const base = { warehouseId, itemId, lotId, sourceLineId }
  const onTheWay = { binId, status: 'in-transit' as const }
  const here = { binId, status: 'available' as const }
  const drafts: MovementDraft[] = []
  const cameMicro = Math.min(arrivedMicro, sentMicro)
  if (cameMicro > 0) drafts.push({ ...base, from: onTheWay, to: here, quantityMicro: cameMicro })
  postMovements(tx, posting, drafts)
  if (arrivedMicro < sentMicro) {
    const missing = { ...base, from: onTheWay, quantityMicro: sentMicro - arrivedMicro }
    return 0 - (postMovements(tx, posting, [missing])[0]?.valueMinor ?? 0)
  }
  if (arrivedMicro === sentMicro) return 0
  const quantityMicro = arrivedMicro - sentMicro
  const valueMinor = presentValueMinor(tx, warehouseId, itemId, quantityMicro)
  postMovements(tx, posting, [{ ...base, to: here, quantityMicro, valueMinor }])
  return valueMinor
}

/** The goods are back where they were, as long as nothing of them was put away. */
export function reverseTransfer(tx: Tx, actor: Actor, input: Reversal): DocumentAnswer {
  const { id, number, state } = requireTransfer(tx, input.id)
  if (state === 'reversed') refuse('stock.transferReversed', { number }, 'id')
  const source = { kind: TRANSFER, id }
  const postedOn = input.reversedOn
  const memo = `${number} ${input.reason}`.trim()
  cancelPutaway(tx, source)
  const reversed = reverseMovements(tx, source, { postedOn })
  settleBins(
    tx,
    reversed.flatMap(({ fromBinId, toBinId }) => [fromBinId, toBinId].filter((binId) => binId !== null)),
  )
  reverseJournal(tx, actor, source, { postedOn, memo })
  postJournal(tx, actor, { postedOn, memo, source, lines: restJournal(reversed) })
  transferStore.setReversed(tx, id)
  tx.announce({ kind: 'stock.transferReversed', id })
  return { id, number, state: 'reversed' }
}
