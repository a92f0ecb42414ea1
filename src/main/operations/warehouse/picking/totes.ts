import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import { waveStore } from '../waves/wave-store'
import { toteStore } from './tote-store'

/** What a scanner read from a tote: spaces and case do not matter. */
export function toteCodeOf(scan: string): string {
  return scan.trim().toUpperCase()
}

/** A tote is put at a slot of the cart; one whose goods are still to be packed is taken already. */
export function bindTote(tx: Tx, input: { batchId: number; slot: number; toteScan: string }): { code: string } {
  const batch = waveStore.batchById(tx, input.batchId) ?? refuse('warehouse.batchUnknown', {}, 'batchId')
  const code = toteCodeOf(input.toteScan)
  const slots = toteStore.slotsOf(tx, batch.id)
  const here = slots.find((slot) => slot.slot === input.slot)
  if (here === undefined) refuse('warehouse.slotUnknown', { slot: input.slot }, 'slot')
  const other = slots.find((slot) => slot.code?.toUpperCase() === code && slot.slot !== input.slot)
  if (other !== undefined) refuse('warehouse.toteOnCart', { tote: code, slot: other.slot }, 'toteScan')
  const order = toteStore.orderIn(tx, code, batch.id)
  if (order !== undefined) refuse('warehouse.toteInUse', { tote: code, order }, 'toteScan')
  if (here.code !== null && here.code.toUpperCase() !== code && toteStore.isFilled(tx, batch.id, input.slot)) {
    refuse('warehouse.slotFilled', { slot: input.slot, tote: here.code }, 'slot')
  }
  toteStore.bind(tx, batch.id, input.slot, code)
  tx.announce({ kind: 'warehouse.toteBound', id: batch.id })
  return { code }
}

/** Where the cart has totes, the one of the order's slot must be scanned. */
export function requireRightTote(
  reader: Reader,
  pick: { readonly batchId: number; readonly slot: number },
  toteScan: string | undefined,
): void {
  const expected = toteStore.codeAt(reader, pick.batchId, pick.slot)
  if (expected === undefined) return
  if (toteScan === undefined) refuse('warehouse.toteWanted', { expected, slot: pick.slot }, 'toteScan')
  const scanned = toteCodeOf(toteScan)
  if (scanned !== expected.toUpperCase()) {
    refuse('warehouse.wrongTote', { expected, scanned, slot: pick.slot }, 'toteScan')
  }
}
