import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { InventoryTables } from '../tables'

const db = compiler<InventoryTables>()

export interface Lot {
  readonly id: number
  readonly itemId: number
  readonly code: string
  readonly expiresOn: string | null
  readonly supplierId: number | null
}

const columns = ['id', 'item_id as itemId', 'code', 'expires_on as expiresOn', 'supplier_id as supplierId'] as const

const byCode = statement((p: { itemId: number; code: string }) =>
  db.selectFrom('inventory_lot').where('item_id', '=', p.itemId).where('code', '=', p.code).select(columns),
)
const byId = statement((p: { id: number }) => db.selectFrom('inventory_lot').where('id', '=', p.id).select(columns))
const insert = statement((p: Omit<Lot, 'id'> & { createdAt: string }) =>
  db.insertInto('inventory_lot').values({
    item_id: p.itemId,
    code: p.code,
    expires_on: p.expiresOn,
    supplier_id: p.supplierId,
    created_at: p.createdAt,
  }),
)
const setExpiry = statement((p: { id: number; expiresOn: string }) =>
  db.updateTable('inventory_lot').where('id', '=', p.id).set({ expires_on: p.expiresOn }),
)

export const lotStore = {
  byCode: (reader: Reader, itemId: number, code: string): Lot | undefined => byCode.first(reader, { itemId, code }),
  byId: (reader: Reader, id: number): Lot | undefined => byId.first(reader, { id }),
  insert: (tx: Tx, lot: Omit<Lot, 'id'>): number => insert.run(tx, { ...lot, createdAt: tx.now.toISOString() }).id,
  setExpiry: (tx: Tx, id: number, expiresOn: string): void => {
    setExpiry.run(tx, { id, expiresOn })
  },
}
