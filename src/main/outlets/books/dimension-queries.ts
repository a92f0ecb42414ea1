import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { accountNamesByCode } from '../../ledgers/accounting'
import { familyOf } from './account-family'

interface DimensionInput extends ListInput {
  readonly dimension: 'partner' | 'department' | 'project' | 'item' | 'person'
  readonly accountCode?: string | undefined
  readonly from: string
  readonly to: string
}

const VALUES = {
  partner: { column: 'partner_id', view: 'v_parties_partner' },
  item: { column: 'item_id', view: 'v_items_item' },
  department: { column: 'department_id', view: 'v_accounting_dimension' },
  project: { column: 'project_id', view: 'v_accounting_dimension' },
  person: { column: 'person_id', view: 'v_accounting_dimension' },
} as const

const SORTS: Readonly<Record<string, string>> = {
  valueCode: 'valueCode',
  valueName: 'valueName',
  accountCode: 'accountCode',
  openingMinor: 'openingMinor',
  debitMinor: 'debitMinor',
  creditMinor: 'creditMinor',
  closingMinor: 'closingMinor',
}

interface Row {
  readonly valueId: number
  readonly valueCode: string
  readonly valueName: string
  readonly accountCode: string
  readonly openingMinor: number
  readonly debitMinor: number
  readonly creditMinor: number
  readonly closingMinor: number
}
interface Sums {
  readonly total: number
  readonly openingMinor: number | null
  readonly debitMinor: number | null
  readonly creditMinor: number | null
  readonly closingMinor: number | null
}

/** Balances for each value of a dimension and each account that names it. */
export function dimensionBalances(reader: Reader, input: DimensionInput) {
  const { column, view } = VALUES[input.dimension]
  const ids = input.accountCode === undefined ? undefined : familyOf(reader, input.accountCode).ids
  const accounts = ids === undefined ? '' : `AND l.account_id IN (${ids.map(() => '?').join(', ')})`
  const grouped = `
    SELECT v.id AS valueId, v.code AS valueCode, v.name AS valueName, a.code AS accountCode,
      sum(CASE WHEN l.posted_on < ? THEN l.debit_minor - l.credit_minor ELSE 0 END) AS openingMinor,
      sum(CASE WHEN l.posted_on >= ? THEN l.debit_minor ELSE 0 END) AS debitMinor,
      sum(CASE WHEN l.posted_on >= ? THEN l.credit_minor ELSE 0 END) AS creditMinor,
      sum(l.debit_minor - l.credit_minor) AS closingMinor
    FROM v_accounting_line l
    JOIN ${view} v ON v.id = l.${column}
    JOIN v_accounting_account a ON a.id = l.account_id
    WHERE l.${column} IS NOT NULL AND l.posted_on <= ? ${accounts}
      AND (v.code LIKE ? OR v.name LIKE ?)
    GROUP BY v.id, a.id`
  const { from, to } = input
  const like = `%${input.filter}%`
  const values = [from, from, from, to, ...(ids ?? []), like, like]
  const sort = SORTS[input.sort ?? ''] ?? 'valueCode'
  const rows = reader.all<Row>(
    `${grouped} ORDER BY ${sort} ${input.descending ? 'DESC' : 'ASC'}, valueCode, accountCode LIMIT ? OFFSET ?`,
    [...values, input.limit, input.offset],
  )
  const sums = reader.first<Sums>(
    `SELECT count(*) AS total, sum(openingMinor) AS openingMinor, sum(debitMinor) AS debitMinor,
       sum(creditMinor) AS creditMinor, sum(closingMinor) AS closingMinor FROM (${grouped})`,
    values,
  )
  const nameOf = accountNamesByCode(reader)
  return {
    rows: rows.map((row) =>
      Object.assign(row, { key: `${row.valueId}-${row.accountCode}`, accountName: nameOf(row.accountCode) }),
    ),
    total: sums?.total ?? 0,
    sums: {
      openingMinor: sums?.openingMinor ?? 0,
      debitMinor: sums?.debitMinor ?? 0,
      creditMinor: sums?.creditMinor ?? 0,
      closingMinor: sums?.closingMinor ?? 0,
    },
  }
}
