import type { Tx } from '../../../kernel/db'
import { layoutStore } from '../layout/layout-store'
import { moveStore, type NewMove } from './move-store'

/** A move as a task for the station. What is on its way to a bin counts as there. */
export function planMove(tx: Tx, move: NewMove): number {
  const id = moveStore.insert(tx, move)
  layoutStore.startUsing(tx, move.toBinId)
  return id
}

export function giveUpMove(tx: Tx, move: { readonly id: number; readonly toBinId: number }): void {
  moveStore.cancel(tx, move)
  layoutStore.settleFill(tx, move.toBinId)
}
