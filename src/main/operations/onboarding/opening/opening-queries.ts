import type { Reader } from '../../../kernel/db'

export interface KnownPartner {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly isCustomer: number
  readonly isSupplier: number
  readonly active: number
}

export interface KnownItem {
  readonly id: number
  readonly code: string
  readonly kind: string
  readonly lotTracked: number
  readonly active: number
}

export interface KnownBin {
  readonly id: number
  readonly warehouseId: number
  readonly code: string
  readonly kind: string
}

/** What the rows of the tables may name, each list read once for a whole table. */
export const openingQueries = {
  accounts: (reader: Reader) =>
    reader.all<{
      id: number
      code: string
      zh: string
      en: string
      parentId: number | null
      isPostable: number
      isActive: number
      currency: string | null
    }>(
      `SELECT id, code, name_zh AS zh, name_en AS en, parent_id AS parentId, is_postable AS isPostable,
         is_active AS isActive, currency FROM v_accounting_account ORDER BY code`,
    ),
  roles: (reader: Reader) =>
    reader.all<{ role: string; accountId: number }>('SELECT role, account_id AS accountId FROM v_accounting_role'),
  partners: (reader: Reader) =>
    reader.all<KnownPartner>(
      `SELECT id, code, name, is_customer AS isCustomer, is_supplier AS isSupplier, active FROM v_parties_partner`,
    ),
  items: (reader: Reader) =>
    reader.all<KnownItem>('SELECT id, code, kind, lot_tracked AS lotTracked, active FROM v_items_item'),
  warehouses: (reader: Reader) =>
    reader.all<{ id: number; code: string; name: string }>(
      'SELECT id, code, name FROM v_warehouse_warehouse ORDER BY id',
    ),
  bins: (reader: Reader) =>
    reader.all<KnownBin>('SELECT id, warehouse_id AS warehouseId, code, kind FROM v_warehouse_bin'),
  lots: (reader: Reader) =>
    reader.all<{ itemId: number; code: string; expiresOn: string | null }>(
      'SELECT item_id AS itemId, code, expires_on AS expiresOn FROM v_inventory_lot',
    ),
  areBooksEmpty: (reader: Reader): boolean => reader.first('SELECT 1 FROM v_accounting_entry LIMIT 1') === undefined,
}
