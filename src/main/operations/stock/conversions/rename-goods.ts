import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { requireItem, type Item } from '../../../foundation/items'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, type JournalLine } from '../../../ledgers/accounting'
import { binsOfItem, copyLot, postMovements } from '../../../ledgers/inventory'
import { requireWarehouse } from '../../warehouse'
import type { DocumentAnswer } from '../tables'
import { conversionStore } from './conversion-store'
import { CONVERSION } from './convert-goods'

export interface RenameGoods {
  readonly warehouseId: number
  readonly fromItemId: number
  readonly intoItemId: number
  /** One lot, 0 for goods without: each has a document of its own, so that a recall follows it and no other. */
  readonly lotId: number
  readonly renamedOn: BusinessDate
}

function requireAlike(from: Item, into: Item): void {
  const isAlike =
    from.id !== into.id &&
    from.kind === 'stock' &&
    from.kind === into.kind &&
    from.baseUnit === into.baseUnit &&
    from.lotTracked === into.lotTracked &&
    from.serialTracked === into.serialTracked
  if (!isAlike) refuse('stock.notAlike', { from: `${from.code} ${from.name}`, into: `${into.code} ${into.name}` })
}

/**
 * All stock of an item, or of one lot of it, in a warehouse turns out to be another item's: it leaves under the one name and comes in under the
 * other in the same bin, lot and status, at the value it had.
 */
export function renameGoods(tx: Tx, actor: Actor, input: RenameGoods): DocumentAnswer {
  const { warehouseId, renamedOn } = input
  requireWarehouse(tx, warehouseId)
  const from = requireItem(tx, input.fromItemId)
  const into = requireItem(tx, input.intoItemId)
  requireAlike(from, into)
  const goods = binsOfItem(tx, warehouseId, from.id).filter(({ lotId }) => lotId === input.lotId)
  if (goods.length === 0) refuse('stock.nothingToRename', { item: `${from.code} ${from.name}` })
  const number = nextNumber(tx, 'CV', renamedOn)
  const note = `${from.code} → ${into.code}`
  const head = {
    number,
    kind: 'repack' as const,
    warehouseId,
    convertedOn: renamedOn,
    note,
    valueMinor: 0,
    lossMinor: 0,
  }
  const id = conversionStore.insert(tx, { ...head, by: actor.userId })
  const source = { kind: CONVERSION, id }
  const posting = { postedOn: renamedOn, source }
  const issued = postMovements(
    tx,
    posting,
    goods.map(({ binId, lotId, status, quantityMicro }) => ({
      warehouseId,
      itemId: from.id,
      lotId,
      from: { binId, status },
      quantityMicro,
    })),
  )
  const drafts = goods.map(({ binId, lotId, status, quantityMicro }, at) => {
    const valueMinor = issued[at]?.valueMinor ?? 0
    const line = { binId, quantityMicro, expectedMicro: null, valueMinor }
    conversionStore.insertLine(tx, id, { ...line, side: 'used', itemId: from.id, lotId })
    const madeLot = lotId === 0 ? 0 : copyLot(tx, lotId, into.id)
    const made = { ...line, side: 'made' as const, itemId: into.id, lotId: madeLot }
    const sourceLineId = conversionStore.insertLine(tx, id, made)
    const to = { binId, status }
    return { warehouseId, itemId: into.id, lotId: madeLot, to, quantityMicro, valueMinor, sourceLineId }
  })
  postMovements(tx, posting, drafts)
  const totalMinor = issued.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
  const quantityMicro = goods.reduce((sum, line) => sum + line.quantityMicro, 0)
  conversionStore.setValues(tx, id, totalMinor, 0)
  const lines: JournalLine[] = [
    { role: 'stock', debitMinor: totalMinor, itemId: into.id, quantityMicro },
    { role: 'stock', creditMinor: totalMinor, itemId: from.id, quantityMicro: 0 - quantityMicro },
  ]
  if (totalMinor > 0) postJournal(tx, actor, { postedOn: renamedOn, memo: `${number} ${note}`, source, lines })
  index(tx, { kind: CONVERSION, id, title: number, subtitle: into.name, words: [note] })
  tx.announce({ kind: 'stock.converted', id })
  return { id, number, state: 'posted' }
}
