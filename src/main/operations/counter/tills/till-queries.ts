import type { Reader } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { ListInput } from '../../../kernel/list-input'
import { requireTill, tillStore, type Till } from './till-store'

const SORTS: Readonly<Record<string, string>> = {
  number: 't.number',
  openedAt: 't.opened_at',
  cashier: 'u.name',
  differenceMinor: 't.counted_minor - t.expected_minor',
}

const FROM = `
  FROM counter_till t JOIN v_treasury_account a ON a.id = t.account_id LEFT JOIN v_access_user u ON u.id = t.opened_by
  WHERE (?1 = '' OR t.number LIKE ?2 OR a.name LIKE ?2 OR u.name LIKE ?2 OR t.station LIKE ?2)
    AND (?3 IS NULL OR t.state = ?3)`

interface Row {
  id: number
  number: string
  state: string
  account: string
  station: string
  cashier: string | null
  openedAt: string
  closedAt: string | null
  floatMinor: number
  salesMinor: number
  countedMinor: number | null
  differenceMinor: number | null
}

export function listTills(reader: Reader, input: ListInput & { state?: string | undefined }) {
  const params = [input.filter, `%${input.filter}%`, input.state ?? null]
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT t.id, t.number, t.state, a.name AS account, t.station, u.name AS cashier, t.opened_at AS openedAt,
       t.closed_at AS closedAt, t.float_minor AS floatMinor,
       coalesce((SELECT sum(s.gross_minor) FROM counter_sale s WHERE s.till_id = t.id), 0) AS salesMinor,
       t.counted_minor AS countedMinor, t.counted_minor - t.expected_minor AS differenceMinor
     ${FROM} ORDER BY ${SORTS[input.sort ?? ''] ?? 't.id'} ${direction}, t.id DESC LIMIT ?4 OFFSET ?5`,
    [...params, input.limit, input.offset],
  )
  const totals = reader.first<{ total: number; differenceMinor: number | null }>(
    `SELECT count(*) AS total, sum(t.counted_minor - t.expected_minor) AS differenceMinor ${FROM}`,
    params,
  )
  return {
    rows: rows.map((row) => ({ ...row, cashier: row.cashier ?? '' })),
    total: totals?.total ?? 0,
    sums: { differenceMinor: totals?.differenceMinor ?? 0 },
  }
}

const SALES = `
  SELECT count(*) AS count, coalesce(sum(s.gross_minor), 0) AS grossMinor, coalesce(sum(v.tax_minor), 0) AS taxMinor
  FROM counter_sale s JOIN v_sales_invoice v ON v.id = s.invoice_id WHERE s.till_id = ?`

/** Cash that came and went beside the sales of this till, while it was open: ?1 till, ?2 account, ?3 and ?4 entries. */
const OTHER = `
  SELECT coalesce(sum(CASE WHEN x.minor > 0 THEN x.minor END), 0) AS inMinor,
    coalesce(0 - sum(CASE WHEN x.minor < 0 THEN x.minor END), 0) AS outMinor
  FROM (
    SELECT l.debit_minor - l.credit_minor AS minor
    FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
    WHERE e.id > ?3 AND e.id <= ?4
      AND l.account_id = (SELECT account_id FROM v_treasury_account WHERE id = ?2)
      AND NOT (e.source_kind = 'counter.till' AND e.source_id = ?1)
      -- the sales themselves; what is taken back of one has its own entry
      AND NOT (e.source_kind = 'treasury.payment' AND e.reverses_entry_id IS NULL
        AND e.source_id IN (SELECT payment_id FROM counter_sale WHERE till_id = ?1))
  ) x`

const NAMES = `
  SELECT (SELECT name FROM v_treasury_account WHERE id = ?1) AS account,
    (SELECT name FROM v_access_user WHERE id = ?2) AS cashier, (SELECT name FROM v_access_user WHERE id = ?3) AS closedBy,
    (SELECT name FROM v_access_user WHERE id = ?4) AS allowedBy`

interface Names {
  account: string | null
  cashier: string | null
  closedBy: string | null
  allowedBy: string | null
}

/** A till with its Z report. While it is open, what should be in it is told to nobody who counts it. */
export function getTill(reader: Reader, actor: Pick<Actor, 'rights'>, input: { id: number }) {
  const till = requireTill(reader, input.id)
  const {
    openingEntryId: _opening,
    closingEntryId: _closing,
    openedBy,
    closedBy,
    allowedBy,
    accountId,
    transferId,
    ...shown
  } = till
  const names = reader.first<Names>(NAMES, [accountId, openedBy, closedBy, allowedBy])
  const isTold = till.state === 'closed' || actor.rights.has('treasury.writeOff')
  return {
    ...shown,
    accountId,
    account: names?.account ?? '',
    cashier: names?.cashier ?? '',
    closedBy: names?.closedBy ?? null,
    allowedBy: names?.allowedBy ?? null,
    differenceMinor: till.countedMinor === null ? null : till.countedMinor - (till.expectedMinor ?? 0),
    ...(isTold
      ? figuresOf(reader, till)
      : { expectedMinor: null, sales: null, otherInMinor: null, otherOutMinor: null }),
    openingPieces: tillStore.pieces(reader, till.id, 'opening'),
    closingPieces: tillStore.pieces(reader, till.id, 'closing'),
    chain: {
      from: [],
      to: reader.all<{ kind: string; id: number; number: string | null; state: string }>(
        `SELECT kind, id, number, state FROM v_document_link WHERE kind = 'treasury.transfer' AND id = ?`,
        [transferId],
      ),
    },
  }
}

function figuresOf(reader: Reader, till: Till) {
  const sales = reader.first<{ count: number; grossMinor: number; taxMinor: number }>(SALES, [till.id])
  const until = till.closingEntryId ?? tillStore.lastEntryId(reader)
  const other = reader.first<{ inMinor: number; outMinor: number }>(OTHER, [
    till.id,
    till.accountId,
    till.openingEntryId,
    until,
  ])
  return {
    expectedMinor: till.expectedMinor ?? tillStore.balanceMinor(reader, till.accountId),
    sales: sales ?? { count: 0, grossMinor: 0, taxMinor: 0 },
    otherInMinor: other?.inMinor ?? 0,
    otherOutMinor: other?.outMinor ?? 0,
  }
}

/** The till that is open at an account, for the page that sells. */
export function tillState(reader: Reader, actor: Actor, input: { accountId?: number | undefined }) {
  const account =
    input.accountId ??
    reader.first<{ id: number }>(
      `SELECT t.id FROM v_treasury_account t JOIN v_accounting_account a ON a.id = t.account_id
       WHERE t.kind = 'cash' AND t.active = 1 AND a.currency IS NULL ORDER BY t.id LIMIT 1`,
      [],
    )?.id
  if (account === undefined) return { accountId: null, isKept: false, till: null }
  const till = tillStore.openAt(reader, account)
  const cashier = till === undefined ? undefined : reader.first<Names>(NAMES, [account, till.openedBy, null, null])
  return {
    accountId: account,
    isKept: tillStore.isKept(reader, account),
    till:
      till === undefined
        ? null
        : {
            id: till.id,
            number: till.number,
            cashier: cashier?.cashier ?? '',
            isOwn: till.openedBy === actor.userId,
            openedOn: till.openedOn,
          },
  }
}
