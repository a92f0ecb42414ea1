import type { Reader } from '../../kernel/db'
import { accountNamesByCode } from '../../ledgers/accounting'
import { lineQueries } from './line-queries'

interface JournalInput {
  readonly from: string
  readonly to: string
  readonly filter: string
  readonly offset: number
  readonly limit: number
}

interface Row {
  readonly entryId: number
  readonly lineNumber: number
  readonly label: string
  readonly postedOn: string
  readonly memo: string
  readonly accountCode: string
  readonly partnerName: string | null
  readonly sourceKind: string
  readonly sourceId: number
  readonly debitMinor: number
  readonly creditMinor: number
}

const WITHIN = `
  FROM v_accounting_entry e
  JOIN v_accounting_line l ON l.entry_id = e.id
  JOIN v_accounting_account a ON a.id = l.account_id
  LEFT JOIN v_parties_partner p ON p.id = l.partner_id
  WHERE e.posted_on >= @from AND e.posted_on <= @to`

const MATCHES = `
  AND (coalesce(l.memo, e.memo) LIKE @like OR e.voucher_type || '-' || e.number LIKE @like
    OR a.code LIKE @like OR a.name_zh LIKE @like OR a.name_en LIKE @like OR p.name LIKE @like)`

const sumsOf = (from: string): string => `
  SELECT count(*) AS total, coalesce(sum(l.debit_minor), 0) AS debitMinor,
    coalesce(sum(l.credit_minor), 0) AS creditMinor ${from}`

/** Unfiltered, a span is counted on the lines alone: nothing has to be looked up. */
const ALL = 'FROM v_accounting_line l WHERE l.posted_on >= @from AND l.posted_on <= @to'

/** 序时账: every line of the books in the order of its day and voucher. */
export function generalJournal(reader: Reader, { from, to, filter, offset, limit }: JournalInput) {
  const isFiltered = filter !== ''
  const span = isFiltered ? { from, to, like: `%${filter}%` } : { from, to }
  const rows = reader.all<Row>(
    `SELECT e.id AS entryId, l.line_number AS lineNumber, e.voucher_type || '-' || e.number AS label,
       e.posted_on AS postedOn, coalesce(l.memo, e.memo) AS memo, a.code AS accountCode, p.name AS partnerName,
       e.source_kind AS sourceKind, e.source_id AS sourceId, l.debit_minor AS debitMinor, l.credit_minor AS creditMinor
     ${WITHIN} ${isFiltered ? MATCHES : ''}
     ORDER BY e.posted_on, e.id, l.line_number LIMIT @limit OFFSET @offset`,
    [{ ...span, limit, offset }],
  )
  const { total, ...sums } = reader.first<{ total: number; debitMinor: number; creditMinor: number }>(
    sumsOf(isFiltered ? `${WITHIN} ${MATCHES}` : ALL),
    [span],
  )!
  const nameOf = accountNamesByCode(reader)
  return {
    rows: rows.map((row) =>
      Object.assign(row, {
        accountName: nameOf(row.accountCode),
        sourceNumber: lineQueries.documentNumber(reader, row.sourceKind, row.sourceId),
      }),
    ),
    total,
    sums,
  }
}
