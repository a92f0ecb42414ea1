import type { Reader } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { scanStore } from './scan-store'
import { canUndo } from './undo-scan'

/** The last accepted scans of this person, newest first, for the station's undo. */
export function lastScans(reader: Reader, actor: Actor, input: { limit: number }) {
  const rows = scanStore.lastOf(reader, actor.userId, input.limit)
  return {
    rows: rows.map((scan) => ({
      id: scan.id,
      step: scan.step,
      scanned: scan.scanned,
      quantityMicro: scan.quantity_micro,
      scannedAt: scan.scanned_at,
      canUndo: canUndo(reader, scan),
    })),
  }
}
