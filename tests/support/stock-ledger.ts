import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompanyFile, type Tx } from '../../src/main/kernel/db'
import * as inventory from '../../src/main/ledgers/inventory'
import { migrations } from '../../src/main/migrations'

/** A company file that holds nothing but items, two warehouses of three bins, and stock: the ledger alone. */
export interface StockLedger {
  readonly file: CompanyFile
  within<T>(work: (tx: Tx) => T): T
  /** Every check of the ledger that does not hold. */
  broken(): string[]
  close(): void
}

export const WAREHOUSES = [1, 2] as const
export const BINS_OF = { 1: [1, 2, 3], 2: [4, 5, 6] } as const

export function openStockLedger(items: readonly { readonly id: number; readonly category: string }[]): StockLedger {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-stock-'))
  const path = join(folder, 'stock.kontor')
  CompanyFile.create(path, migrations)
  const file = CompanyFile.open({ path, migrations, mode: 'write' })
  const within = <T>(work: (tx: Tx) => T): T =>
    file.tx.within(new Date('2026-03-02T08:00:00Z'), () => work(file.tx)).result
  within((tx) => {
    for (const { id, category } of items) {
      tx.run(
        `INSERT INTO items_item (id, code, name, kind, category, base_unit, tax_code, created_at)
         VALUES (?, ?, ?, 'stock', ?, 'pc', 'standard', '')`,
        [id, `A${id}`, `Item ${id}`, category],
      )
      for (const lot of [1, 2]) {
        tx.run(`INSERT INTO inventory_lot (id, item_id, code, created_at) VALUES (?, ?, ?, '')`, [
          id * 10 + lot,
          id,
          `L${lot}`,
        ])
      }
    }
    for (const warehouse of WAREHOUSES) {
      tx.run(`INSERT INTO warehouse_warehouse (id, code, name) VALUES (?, ?, ?)`, [warehouse, `W${warehouse}`, 'W'])
      tx.run(`INSERT INTO warehouse_zone (id, warehouse_id, code, name) VALUES (?, ?, 'Z', 'Zone')`, [
        warehouse,
        warehouse,
      ])
      for (const bin of BINS_OF[warehouse]) {
        tx.run(`INSERT INTO warehouse_bin (id, warehouse_id, zone_id, code, kind) VALUES (?, ?, ?, ?, 'storage')`, [
          bin,
          warehouse,
          warehouse,
          `B${bin}`,
        ])
      }
    }
  })
  return {
    file,
    within,
    broken: () =>
      inventory.checks.flatMap((check) => {
        const result = check.run(file.reader)
        return result.ok ? [] : [`${check.name}: ${result.detail}`]
      }),
    close() {
      file.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
