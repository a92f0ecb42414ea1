import type { Reader, Tx } from '../../../kernel/db'

const TAKES = `
  SELECT coalesce(o.takes_substitutes, EXISTS (SELECT 1 FROM sales_substitution s WHERE s.customer_id = o.customer_id))
    AS takes
  FROM sales_order o WHERE o.id = ?`
const SET_ORDER = 'UPDATE sales_order SET takes_substitutes = ?2 WHERE id = ?1'
const SET_CUSTOMER = 'INSERT INTO sales_substitution (customer_id) VALUES (?) ON CONFLICT DO NOTHING'
const CLEAR_CUSTOMER = 'DELETE FROM sales_substitution WHERE customer_id = ?'
const SET_INSTEAD = 'UPDATE sales_order_line SET instead_of_line_id = ?2 WHERE id = ?1'
const BASE_PACK = 'SELECT id FROM v_items_pack WHERE item_id = ? ORDER BY base_quantity, id LIMIT 1'

export const substituteStore = {
  takes: (reader: Reader, orderId: number): boolean => reader.first<{ takes: number }>(TAKES, [orderId])?.takes === 1,
  setOrder: (tx: Tx, orderId: number, takes: boolean | null) =>
    tx.run(SET_ORDER, [orderId, takes === null ? null : Number(takes)]),
  setCustomer: (tx: Tx, customerId: number, takes: boolean) =>
    tx.run(takes ? SET_CUSTOMER : CLEAR_CUSTOMER, [customerId]),
  setInstead: (tx: Tx, lineId: number, insteadOfId: number) => tx.run(SET_INSTEAD, [lineId, insteadOfId]),
  basePack: (reader: Reader, itemId: number): number | undefined =>
    reader.first<{ id: number }>(BASE_PACK, [itemId])?.id,
}
