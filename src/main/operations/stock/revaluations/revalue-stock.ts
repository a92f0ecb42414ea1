import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { findLot, heldInLayers, reverseRevaluations, setStockValue, stockOf } from '../../../ledgers/inventory'
import { requireWarehouse } from '../../warehouse'
import { restJournal, valueJournal } from '../difference-posting'
import { requireStockItem } from '../free-goods'
import type { DocumentAnswer, Reversal, RevaluationRow } from '../tables'
import { revaluationStore } from './revaluation-store'

export const REVALUATION = 'stock.revaluation'

export interface RevalueStock {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotCode?: string | undefined
  readonly revaluedOn: BusinessDate
  readonly valueMinor: number
  readonly reason: string
}

export function requireRevaluation(reader: Reader, id: number): RevaluationRow {
  return revaluationStore.byId(reader, id) ?? refuse('stock.revaluationUnknown', {}, 'id')
}

/** Writes stock up or down; a single lot only where stock is valued in layers. */
export function revalueStock(tx: Tx, actor: Actor, input: RevalueStock): DocumentAnswer {
  const { warehouseId, itemId, revaluedOn, reason } = input
  requireWarehouse(tx, warehouseId)
  const item = requireStockItem(tx, itemId, '')
  const name = `${item.code} ${item.name}`
  const lot = input.lotCode === undefined ? undefined : findLot(tx, itemId, input.lotCode)
  if (input.lotCode !== undefined && lot === undefined) {
    refuse('stock.lotUnknown', { item: name, lot: input.lotCode }, 'lotCode')
  }
  const held = lot === undefined ? stockOf(tx, warehouseId, itemId) : heldInLayers(tx, warehouseId, itemId, lot.id)
  if (held === undefined) return refuse('stock.lotNotValuedAlone', { item: name }, 'lotCode')
  if (held.ownMicro === 0) refuse('stock.nothingToRevalue', { item: name }, 'itemId')
  if (held.valueMinor === input.valueMinor) refuse('stock.valueSame', { item: name }, 'valueMinor')

  const number = nextNumber(tx, 'RV', revaluedOn)
  const id = revaluationStore.insert(tx, {
    number,
    warehouseId,
    itemId,
    lotId: lot?.id ?? 0,
    revaluedOn,
    reason,
    quantityMicro: held.ownMicro,
    beforeMinor: held.valueMinor,
    afterMinor: input.valueMinor,
    by: actor.userId,
  })
  const source = { kind: REVALUATION, id }
  const { valueMinor } = input
  const changeMinor = setStockValue(tx, {
    postedOn: revaluedOn,
    source,
    warehouseId,
    itemId,
    lotId: lot?.id,
    valueMinor,
  })
  const memo = `${number} ${reason}`
  postJournal(tx, actor, { postedOn: revaluedOn, memo, source, lines: valueJournal([{ itemId, changeMinor }]) })
  index(tx, { kind: REVALUATION, id, title: number, subtitle: name, words: [reason] })
  tx.announce({ kind: 'stock.revalued', id })
  return { id, number, state: 'posted' }
}

export function reverseRevaluation(tx: Tx, actor: Actor, input: Reversal): DocumentAnswer {
  const { id, number, state } = requireRevaluation(tx, input.id)
  if (state === 'reversed') refuse('stock.revaluationReversed', { number }, 'id')
  const source = { kind: REVALUATION, id }
  const postedOn = input.reversedOn
  const memo = `${number} ${input.reason}`.trim()
  const reversed = reverseRevaluations(tx, source, { postedOn })
  reverseJournal(tx, actor, source, { postedOn, memo })
  postJournal(tx, actor, { postedOn, memo, source, lines: restJournal(reversed) })
  revaluationStore.setReversed(tx, id)
  tx.announce({ kind: 'stock.revaluationReversed', id })
  return { id, number, state: 'reversed' }
}
