import type { Reader } from '../../kernel/db'

export type TaxSide = 'output' | 'input'

interface Span {
  readonly from: string
  readonly to: string
}

/** What one entry of a document says under one tax code; taken back by its reversal. */
export interface TaxedLine {
  readonly entryId: number
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string
  readonly taxedOn: string
  readonly taxCode: string
  readonly netMinor: number
  readonly taxMinor: number
}

/** What another entry moved on the account of a tax: vouchers by hand, landed costs, assets, transfers out. */
export interface OtherLine {
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string
  readonly taxMinor: number
}

const ACCOUNTS: Readonly<Record<TaxSide, string>> = {
  output: `('output-tax')`,
  input: `('input-tax', 'input-tax-transferred-out')`,
}
const AMOUNT: Readonly<Record<TaxSide, string>> = {
  output: 'l.credit_minor - l.debit_minor',
  input: 'l.debit_minor - l.credit_minor',
}
const TAXED: Readonly<Record<TaxSide, string>> = {
  output: 'v_sales_taxed_line',
  input: 'v_purchasing_taxed_line',
}

/** Lines of the side's accounts in a span. */
const onAccounts = (side: TaxSide): string => `
  v_accounting_role r JOIN v_accounting_line l ON l.account_id = r.account_id
    AND l.posted_on >= @from AND l.posted_on <= @to AND r.role IN ${ACCOUNTS[side]}`

// An entry that charges tax and put none on the account is left out: its tax waits to be certified, or is cost.
const documents = (side: TaxSide): string => `
  SELECT e.id AS entryId, e.posted_on AS postedOn, e.source_kind AS sourceKind, e.source_id AS sourceId,
    coalesce(d.number, e.voucher_type || '-' || e.number) AS number, t.taxed_on AS taxedOn, t.tax_code AS taxCode,
    sum(t.net_minor) * (CASE WHEN e.reverses_entry_id IS NULL THEN 1 ELSE -1 END) AS netMinor,
    sum(t.tax_minor) * (CASE WHEN e.reverses_entry_id IS NULL THEN 1 ELSE -1 END) AS taxMinor
  FROM v_accounting_entry e
  JOIN ${TAXED[side]} t ON t.source_kind = e.source_kind AND t.source_id = e.source_id
  LEFT JOIN v_document_link d ON d.kind = e.source_kind AND d.id = e.source_id
  WHERE e.posted_on >= @from AND e.posted_on <= @to
    AND (e.id IN (SELECT l.entry_id FROM ${onAccounts(side)})
      OR (SELECT sum(z.tax_minor) FROM ${TAXED[side]} z
          WHERE z.source_kind = e.source_kind AND z.source_id = e.source_id) = 0)
  GROUP BY e.id, t.tax_code ORDER BY e.posted_on, e.id`

const others = (side: TaxSide): string => `
  SELECT e.posted_on AS postedOn, e.source_kind AS sourceKind, e.source_id AS sourceId,
    coalesce(d.number, e.voucher_type || '-' || e.number) AS number, sum(${AMOUNT[side]}) AS taxMinor
  FROM ${onAccounts(side)}
  JOIN v_accounting_entry e ON e.id = l.entry_id
  LEFT JOIN v_document_link d ON d.kind = e.source_kind AND d.id = e.source_id
  WHERE NOT EXISTS (SELECT 1 FROM ${TAXED[side]} t
    WHERE t.source_kind = e.source_kind AND t.source_id = e.source_id)
  GROUP BY e.id HAVING sum(${AMOUNT[side]}) <> 0 ORDER BY e.posted_on, e.id`

const moved = (side: TaxSide): string =>
  `SELECT coalesce(sum(${AMOUNT[side]}), 0) AS amountMinor FROM ${onAccounts(side)}`

export const returnQueries = {
  documents: (reader: Reader, side: TaxSide, span: Span) => reader.all<TaxedLine>(documents(side), [span]),
  others: (reader: Reader, side: TaxSide, span: Span) => reader.all<OtherLine>(others(side), [span]),
  /** What the side's accounts moved: tax charged, or tax deducted. */
  movedMinor: (reader: Reader, side: TaxSide, span: Span): number =>
    Number(reader.first<{ amountMinor: number }>(moved(side), [span])?.amountMinor),
}
