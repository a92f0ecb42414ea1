import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { reverseMovements } from '../../../ledgers/inventory'
import { reverseCreditNote } from '../../sales'
import { cancelPutaway } from '../../warehouse'
import { shipmentStore } from '../shipments/shipment-store'
import { returnDifferenceJournal } from './return-posting'
import { inspectionStore } from './inspection-store'
import { returnStore } from './return-store'

export interface ReverseReturn {
  readonly id: number
  readonly reversedOn: BusinessDate
  readonly reason: string
}

/**
 * The goods never came back: they leave the place where they were taken in, at the cost they came with, and the credit
 * note goes with them. Refused once they are on the shelf or the credit is applied.
 */
export function reverseReturn(tx: Tx, actor: Actor, input: ReverseReturn) {
  const document = returnStore.byId(tx, input.id) ?? refuse('shipping.returnUnknown', {}, 'id')
  const { id, number } = document
  if (document.state === 'reversed') refuse('shipping.returnReversed', { number }, 'id')
  const inspections = inspectionStore.ofReturn(tx, id)
  if (inspections.length > 0) refuse('shipping.returnInspected', { number, inspections: inspections.join(', ') }, 'id')
  const source = { kind: 'shipping.return', id }
  const postedOn = input.reversedOn
  const memo = `${number} ${input.reason}`.trim()
  reverseCreditNote(tx, actor, { returnId: id, reversedOn: postedOn, reason: input.reason })
  cancelPutaway(tx, source)
  const reversed = reverseMovements(tx, source, { postedOn })
  reverseJournal(tx, actor, source, { postedOn, memo })
  // The average may have fallen since: stock gives up what it still holds, cost of sales carries the rest.
  const differenceMinor = reversed.reduce((sum, { originalMinor, reversedMinor }) => {
    return sum + originalMinor + reversedMinor
  }, 0)
  postJournal(tx, actor, { postedOn, memo, source, lines: returnDifferenceJournal(differenceMinor) })
  for (const line of returnStore.linesOf(tx, id)) {
    if (line.shipment_line_id === null) continue
    shipmentStore.addReturned(tx, line.shipment_line_id, 0 - line.quantity_micro, 0 - line.cost_minor)
  }
  returnStore.setReversed(tx, id)
  tx.announce({ kind: 'shipping.returnReversed', id })
  return { id, number, state: 'reversed' }
}
