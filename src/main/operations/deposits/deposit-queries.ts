import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { depositStore, requireDeposit, type DepositRow, type Direction } from './deposit-store'

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

const ORDER_KIND: Readonly<Record<Direction, string>> = { in: 'sales.order', out: 'purchasing.order' }

/** Paid and wholly taken it is settled. */
const STATE = `CASE WHEN d.state = 'paid' AND p.unapplied_minor = 0 THEN 'settled' ELSE d.state END`

const FROM = `
  FROM deposits_deposit d JOIN v_parties_partner k ON k.id = d.partner_id
  LEFT JOIN v_treasury_payment p ON p.id = d.payment_id
  WHERE (?1 = '' OR d.number LIKE ?2 OR d.reference LIKE ?2 OR k.name LIKE ?2 OR k.code LIKE ?2)
    AND (?3 = '' OR d.direction = ?3) AND (?4 = '' OR ${STATE} = ?4)`

const SORTS: Readonly<Record<string, string>> = {
  number: 'd.number',
  partner: 'k.name',
  askedOn: 'd.asked_on',
  dueOn: 'd.due_on',
  amountMinor: 'd.amount_minor',
}

interface Row extends Pick<
  DepositRow,
  'id' | 'number' | 'direction' | 'orderId' | 'askedOn' | 'dueOn' | 'amountMinor' | 'currency' | 'foreignMinor'
> {
  readonly state: string
  readonly partnerId: number
  readonly code: string
  readonly name: string
  readonly leftMinor: number
  readonly orderNumber: string | null
  readonly orderState: string
}

export function listDeposits(
  reader: Reader,
  input: ListInput & { readonly direction?: string | undefined; readonly state?: string | undefined },
) {
  const asked = [input.filter, `%${input.filter}%`, input.direction ?? '', input.state ?? '']
  const sort = input.sort === undefined ? undefined : SORTS[input.sort]
  const way = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT d.id, d.number, ${STATE} AS state, d.direction, d.order_id AS orderId, d.asked_on AS askedOn,
       d.due_on AS dueOn, d.amount_minor AS amountMinor, d.currency, d.foreign_minor AS foreignMinor, k.id AS partnerId, k.code, k.name,
       coalesce(p.unapplied_minor, 0) AS leftMinor,
       o.number AS orderNumber, coalesce(o.state, '') AS orderState
     ${FROM.replace(
       'WHERE',
       `LEFT JOIN v_document_link o ON o.id = d.order_id
       AND o.kind = CASE d.direction WHEN 'in' THEN 'sales.order' ELSE 'purchasing.order' END WHERE`,
     )}
     ORDER BY ${sort === undefined ? '' : `${sort} ${way}, `}d.id DESC LIMIT ?5 OFFSET ?6`,
    [...asked, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number; amountMinor: number | null; leftMinor: number | null }>(
    `SELECT count(*) AS total, sum(d.amount_minor) AS amountMinor, sum(p.unapplied_minor) AS leftMinor ${FROM}`,
    asked,
  )
  return {
    rows: rows.map(({ partnerId, code, name, orderId, orderNumber, orderState, ...row }) => ({
      ...row,
      partner: { id: partnerId, code, name },
      order: { kind: ORDER_KIND[row.direction], id: orderId, number: orderNumber, state: orderState },
    })),
    total: sums?.total ?? 0,
    sums: { amountMinor: sums?.amountMinor ?? 0, leftMinor: sums?.leftMinor ?? 0 },
  }
}

const LINK = 'SELECT kind, id, number, state FROM v_document_link WHERE kind = ? AND id = ?'

/** Its payment, and the invoices that took of it. */
const TO = `
  SELECT kind, id, number, state FROM v_document_link WHERE kind = 'treasury.payment' AND id = ?1
  UNION SELECT d.kind, d.id, d.number, d.state FROM v_treasury_application a
    JOIN v_accounting_open_item o ON o.id = a.open_item_id
    JOIN v_document_link d ON d.kind = o.source_kind AND d.id = o.source_id WHERE a.payment_id = ?1`

export function getDeposit(reader: Reader, id: number) {
  const { partnerId, orderId, paymentId, ...deposit } = requireDeposit(reader, id)
  const { code, name } = requirePartner(reader, partnerId)
  const advance = paymentId === null ? undefined : depositStore.advance(reader, paymentId)
  const leftMinor = advance?.leftMinor ?? 0
  return {
    ...deposit,
    state: deposit.state === 'paid' && leftMinor === 0 ? 'settled' : deposit.state,
    partner: { id: partnerId, code, name },
    leftMinor,
    foreignLeftMinor: deposit.currency === null ? null : (advance?.foreignLeftMinor ?? 0),
    chain: {
      from: reader.all<DocumentLink>(LINK, [ORDER_KIND[deposit.direction], orderId]),
      to: paymentId === null ? [] : reader.all<DocumentLink>(TO, [paymentId]),
    },
  }
}
