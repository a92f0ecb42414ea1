import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { freeLabel } from '../../warehouse'
import { noticeStore } from './notice-store'

/**
 * With the last receipt of a unit that is reversed, the unit has not come: it is expected again and its label is free.
 * As long as another of its receipts stands, so does the unit.
 */
export function expectAgain(tx: Tx, actor: Actor, receipt: { readonly id: number }): void {
  const units = noticeStore.unitsOfReversed(tx, receipt.id)
  const setExpected = (id: number, unitId: number): void => {
    noticeStore.setExpected(tx, id)
    freeLabel(tx, actor, unitId)
  }
  for (const { id, unitId } of units) setExpected(id, unitId)
  for (const noticeId of new Set(units.map((unit) => unit.noticeId))) {
    for (const { id, unitId } of noticeStore.leftAlone(tx, noticeId)) setExpected(id, unitId)
    noticeStore.settle(tx, noticeId)
    tx.announce({ kind: 'arrivals.unitExpectedAgain', id: noticeId })
  }
}
