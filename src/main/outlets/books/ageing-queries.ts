import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'

interface AgeingInput extends ListInput {
  readonly role: 'receivable' | 'payable'
  readonly asOf: string
  /** Items of one currency, in it; left out: all of them, in the currency of the books. */
  readonly currency?: string | undefined
}

interface Buckets {
  readonly notDueMinor: number
  readonly days30Minor: number
  readonly days60Minor: number
  readonly days90Minor: number
  readonly olderMinor: number
  readonly totalMinor: number
}
interface Row extends Buckets {
  readonly partnerId: number
  readonly partnerCode: string
  readonly partnerName: string
}

const BUCKETS = ['notDueMinor', 'days30Minor', 'days60Minor', 'days90Minor', 'olderMinor', 'totalMinor'] as const

const SORTS: ReadonlySet<string> = new Set(['partnerCode', 'partnerName', ...BUCKETS])

/** What was open at the end of a day is the item less what had been settled by then. */
const BY_PARTNER = `
  SELECT p.id AS partnerId, p.code AS partnerCode, p.name AS partnerName,
    sum(CASE WHEN late <= 0 THEN open ELSE 0 END) AS notDueMinor,
    sum(CASE WHEN late BETWEEN 1 AND 30 THEN open ELSE 0 END) AS days30Minor,
    sum(CASE WHEN late BETWEEN 31 AND 60 THEN open ELSE 0 END) AS days60Minor,
    sum(CASE WHEN late BETWEEN 61 AND 90 THEN open ELSE 0 END) AS days90Minor,
    sum(CASE WHEN late > 90 THEN open ELSE 0 END) AS olderMinor,
    sum(open) AS totalMinor
  FROM (
    SELECT i.partner_id, CAST(julianday(?1) - julianday(i.due_on) AS INTEGER) AS late,
      CASE WHEN ?3 IS NULL OR i.currency IS NULL THEN i.amount_minor ELSE i.foreign_minor END
        - coalesce((SELECT sum(CASE WHEN ?3 IS NULL OR i.currency IS NULL THEN s.amount_minor ELSE s.foreign_minor END)
          FROM v_accounting_settlement s WHERE s.open_item_id = i.id AND s.settled_on <= ?1), 0) AS open
    FROM v_accounting_open_item i
    WHERE i.role = ?2 AND i.posted_on <= ?1 AND (?3 IS NULL OR coalesce(i.currency, ?4) = ?3)
  ) o
  JOIN v_parties_partner p ON p.id = o.partner_id
  WHERE o.open <> 0 AND (p.code LIKE ?5 OR p.name LIKE ?5)
  GROUP BY p.id`

export function ageing(reader: Reader, input: AgeingInput) {
  const like = `%${input.filter}%`
  const values = [input.asOf, input.role, input.currency ?? null, companyProfile(reader).currency, like]
  const sort = SORTS.has(input.sort ?? '') ? input.sort! : 'partnerCode'
  const rows = reader.all<Row>(
    `${BY_PARTNER} ORDER BY ${sort} ${input.descending ? 'DESC' : 'ASC'}, partnerCode LIMIT ?6 OFFSET ?7`,
    [...values, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number } & Buckets>(
    `SELECT count(*) AS total, ${BUCKETS.map((bucket) => `coalesce(sum(${bucket}), 0) AS ${bucket}`).join(', ')}
     FROM (${BY_PARTNER})`,
    values,
  )!
  const { total, ...buckets } = sums
  return { rows, total, sums: buckets }
}
