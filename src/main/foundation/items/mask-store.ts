import type { Reader, Tx } from '../../kernel/db'

export interface ScanMask {
  readonly mask: string
  readonly note: string
}

export const maskStore = {
  all: (reader: Reader): ScanMask[] =>
    reader.all<ScanMask>('SELECT mask, note FROM items_scan_mask ORDER BY position', []),
  /** The whole list at once: its order decides. */
  replace(tx: Tx, masks: readonly ScanMask[]): void {
    tx.run('DELETE FROM items_scan_mask', [])
    for (const [at, { mask, note }] of masks.entries()) {
      tx.run('INSERT INTO items_scan_mask (position, mask, note) VALUES (?, ?, ?)', [at + 1, mask, note])
    }
  },
}
