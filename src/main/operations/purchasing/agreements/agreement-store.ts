import type { Reader, Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { listed } from '../../../kernel/list-queries'

export interface AgreementRow {
  readonly id: number
  readonly number: string
  readonly state: 'open' | 'ended'
  readonly supplierId: number
  readonly validFrom: string
  readonly validTo: string
  readonly amountMinor: number | null
  readonly note: string
}

export interface AgreementLine {
  readonly id: number
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
  readonly priceMicro: number
  readonly quantityMicro: number | null
  readonly drawnMicro: number
  readonly drawnMinor: number
}

/** What orders drew: those that ended before all had come, what came. Drafts draw nothing. */
const DRAWN_PART = `CASE o.state WHEN 'closed' THEN min(l.received_micro, l.quantity_micro) ELSE l.quantity_micro END`
export const DRAWN = `
  SELECT o.agreement_id, l.item_id, sum(${DRAWN_PART}) AS quantity,
    sum(CAST(round(1.0 * l.net_minor * (${DRAWN_PART}) / l.quantity_micro) AS INTEGER)) AS net
  FROM purchasing_order o JOIN purchasing_order_line l ON l.order_id = o.id
  WHERE o.agreement_id IS NOT NULL AND o.state NOT IN ('draft', 'cancelled')
  GROUP BY o.agreement_id, l.item_id`

const HEAD = `a.id, a.number, a.state, a.supplier_id AS supplierId, a.valid_from AS validFrom, a.valid_to AS validTo,
  a.amount_minor AS amountMinor, a.note`
const LINES = `
  SELECT l.id, i.id AS itemId, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit,
    l.price_micro AS priceMicro, l.quantity_micro AS quantityMicro, coalesce(d.quantity, 0) AS drawnMicro,
    coalesce(d.net, 0) AS drawnMinor
  FROM purchasing_agreement_line l JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN (${DRAWN}) d ON d.agreement_id = l.agreement_id AND d.item_id = l.item_id
  WHERE l.agreement_id = ? ORDER BY l.line_number`
const ORDERS = `
  SELECT 'purchasing.order' AS kind, id, number, state FROM purchasing_order WHERE agreement_id = ? ORDER BY id`

interface ListedAgreement extends AgreementRow {
  readonly supplierCode: string
  readonly supplierName: string
  readonly drawnMinor: number
}

const COLUMNS = `${HEAD}, p.code AS supplierCode, p.name AS supplierName,
  coalesce((SELECT sum(d.net) FROM (${DRAWN}) d WHERE d.agreement_id = a.id), 0) AS drawnMinor`
const FROM = `
  FROM purchasing_agreement a JOIN v_parties_partner p ON p.id = a.supplier_id
  WHERE (?1 = '' OR a.number LIKE ?2 OR p.code LIKE ?2 OR p.name LIKE ?2 OR a.note LIKE ?2)
    AND (?3 = '' OR (?3 = 'open' AND a.state = 'open' AND a.valid_to >= ?4)
      OR (?3 = 'expired' AND a.state = 'open' AND a.valid_to < ?4) OR (?3 = 'ended' AND a.state = 'ended'))`
const SORTS = { number: 'a.number', supplier: 'p.name', validFrom: 'a.valid_from', validTo: 'a.valid_to' } as const

export const agreementStore = {
  insert: (tx: Tx, row: Omit<AgreementRow, 'id' | 'state'>, by: number): number =>
    tx.run(
      `INSERT INTO purchasing_agreement (number, state, supplier_id, valid_from, valid_to, amount_minor, note, created_by,
         created_at) VALUES (?, 'open', ?, ?, ?, ?, ?, ?, ?)`,
      [row.number, row.supplierId, row.validFrom, row.validTo, row.amountMinor, row.note, by, tx.now.toISOString()],
    ).id,
  insertLine(
    tx: Tx,
    agreementId: number,
    at: number,
    line: { itemId: number; priceMicro: number; quantityMicro?: number | undefined },
  ): void {
    tx.run(
      `INSERT INTO purchasing_agreement_line (agreement_id, line_number, item_id, price_micro, quantity_micro)
       VALUES (?, ?, ?, ?, ?)`,
      [agreementId, at, line.itemId, line.priceMicro, line.quantityMicro ?? null],
    )
  },
  byId: (reader: Reader, id: number) =>
    reader.first<AgreementRow>(`SELECT ${HEAD} FROM purchasing_agreement a WHERE a.id = ?`, [id]),
  lines: (reader: Reader, id: number) => reader.all<AgreementLine>(LINES, [id]),
  orders: (reader: Reader, id: number) =>
    reader.all<{ kind: string; id: number; number: string | null; state: string }>(ORDERS, [id]),
  end(tx: Tx, id: number): void {
    tx.run(`UPDATE purchasing_agreement SET state = 'ended' WHERE id = ?`, [id])
  },
  tie(tx: Tx, orderId: number, agreementId: number): void {
    tx.run('UPDATE purchasing_order SET agreement_id = ? WHERE id = ?', [agreementId, orderId])
  },
  ofOrder: (reader: Reader, orderId: number): number | null =>
    reader.first<{ id: number | null }>('SELECT agreement_id AS id FROM purchasing_order WHERE id = ?', [orderId])
      ?.id ?? null,
  list: (reader: Reader, input: ListInput & { readonly state?: string | undefined }, today: string) =>
    listed<ListedAgreement>(reader, input, {
      columns: COLUMNS,
      from: FROM,
      sorts: SORTS,
      byId: 'a.id',
      params: [input.filter, `%${input.filter}%`, input.state ?? '', today],
    }),
}
