import type { Reader, Tx } from '../../../kernel/db'

export interface SourceRef {
  readonly sourceKind: string
  readonly sourceId: number
}

export interface Waiting extends SourceRef {
  readonly number: string
  readonly postedOn: string
  readonly partnerName: string | null
  readonly memo: string
  readonly amountMinor: number
  readonly isDeferred: number
}

/**
 * What waits to be certified, document by document: all that it posted on the account less what is certified of it.
 * Below zero where a certified document was reversed since: it is certified again, in red.
 */
const WAITING = `
  SELECT w.source_kind AS sourceKind, w.source_id AS sourceId, sum(w.amount) AS amountMinor,
    min(w.posted_on) AS postedOn, max(w.memo) AS memo, max(w.partner_id) AS partnerId
  FROM (
    SELECT e.source_kind, e.source_id, l.debit_minor - l.credit_minor AS amount, e.posted_on, e.memo, l.partner_id
    FROM v_accounting_role r
    JOIN v_accounting_line l ON l.account_id = r.account_id
    JOIN v_accounting_entry e ON e.id = l.entry_id
    WHERE r.role = 'input-tax-pending' AND e.source_kind <> 'tax.certification'
    UNION ALL
    SELECT c.source_kind, c.source_id, 0 - c.amount_minor, NULL, NULL, NULL
    FROM tax_certification_line c JOIN tax_certification d ON d.id = c.certification_id WHERE d.state = 'posted'
  ) w GROUP BY w.source_kind, w.source_id HAVING sum(w.amount) <> 0`

const SHOWN = `
  SELECT w.sourceKind, w.sourceId, coalesce(d.number, w.sourceKind || ' ' || w.sourceId) AS number, w.postedOn, w.memo,
    w.amountMinor, p.name AS partnerName,
    EXISTS (SELECT 1 FROM tax_deferred f WHERE f.source_kind = w.sourceKind AND f.source_id = w.sourceId) AS isDeferred
  FROM (${WAITING}) w
  LEFT JOIN v_document_link d ON d.kind = w.sourceKind AND d.id = w.sourceId
  LEFT JOIN v_parties_partner p ON p.id = w.partnerId`

const CERTIFIED = `
  SELECT c.source_kind AS sourceKind, c.source_id AS sourceId, c.amount_minor AS amountMinor,
    coalesce(l.number, c.source_kind || ' ' || c.source_id) AS number, d.certified_on AS postedOn,
    d.number AS memo, NULL AS partnerName, 0 AS isDeferred, d.id AS certificationId
  FROM tax_certification_line c JOIN tax_certification d ON d.id = c.certification_id
  LEFT JOIN v_document_link l ON l.kind = c.source_kind AND l.id = c.source_id
  WHERE d.state = 'posted'`

export interface InputListInput {
  readonly state: 'uncertified' | 'deferred' | 'certified'
  readonly filter: string
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}
const SORTS = new Map([
  ['number', 'number'],
  ['postedOn', 'postedOn'],
  ['partnerName', 'partnerName'],
  ['amountMinor', 'amountMinor'],
])

export interface StoredCertification {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly certifiedOn: string
  readonly amountMinor: number
}

const OF_CERTIFICATION = `id, number, state, certified_on AS certifiedOn, amount_minor AS amountMinor`

export const inputStore = {
  waitingOf: (reader: Reader, source: SourceRef): Waiting | undefined =>
    reader.first<Waiting>(`SELECT * FROM (${SHOWN}) WHERE sourceKind = ? AND sourceId = ?`, [
      source.sourceKind,
      source.sourceId,
    ]),
  /** Documents up to a day that wait and nobody has put off. */
  waitingUntil: (reader: Reader, to: string): Waiting[] =>
    reader.all<Waiting>(`SELECT * FROM (${SHOWN}) WHERE isDeferred = 0 AND postedOn <= ? ORDER BY postedOn`, [to]),
  list(reader: Reader, input: InputListInput) {
    const from = input.state === 'certified' ? CERTIFIED : SHOWN
    const where = `FROM (${from}) WHERE isDeferred = ?1
      AND (?2 = '' OR number LIKE ?3 OR coalesce(partnerName, '') LIKE ?3 OR memo LIKE ?3)`
    const params = [input.state === 'deferred' ? 1 : 0, input.filter, `%${input.filter}%`]
    const sort = SORTS.get(input.sort ?? '') ?? 'postedOn'
    const direction = input.descending ? 'DESC' : 'ASC'
    const rows = reader.all<Waiting>(
      `SELECT * ${where} ORDER BY ${sort} ${direction}, sourceKind, sourceId LIMIT ?4 OFFSET ?5`,
      [...params, input.limit, input.offset],
    )
    const sums = reader.first<{ total: number; amountMinor: number }>(
      `SELECT count(*) AS total, coalesce(sum(amountMinor), 0) AS amountMinor ${where}`,
      params,
    )
    return { rows, total: Number(sums?.total ?? 0), sums: { amountMinor: Number(sums?.amountMinor ?? 0) } }
  },
  defer: (tx: Tx, { sourceKind, sourceId }: SourceRef, isDeferred: boolean): void => {
    tx.run(
      isDeferred
        ? 'INSERT OR IGNORE INTO tax_deferred (source_kind, source_id) VALUES (?, ?)'
        : 'DELETE FROM tax_deferred WHERE source_kind = ? AND source_id = ?',
      [sourceKind, sourceId],
    )
  },
  insertCertification: (tx: Tx, number: string, certifiedOn: string, amountMinor: number, by: number): number =>
    tx.run(
      `INSERT INTO tax_certification (number, certified_on, amount_minor, created_by, created_at)
       VALUES (?, ?, ?, ?, ?)`,
      [number, certifiedOn, amountMinor, by, tx.now.toISOString()],
    ).id,
  insertCertificationLine: (tx: Tx, id: number, { sourceKind, sourceId }: SourceRef, amountMinor: number): void => {
    tx.run(
      `INSERT INTO tax_certification_line (certification_id, source_kind, source_id, amount_minor)
       VALUES (?, ?, ?, ?)`,
      [id, sourceKind, sourceId, amountMinor],
    )
  },
  findCertification: (reader: Reader, id: number) =>
    reader.first<StoredCertification>(`SELECT ${OF_CERTIFICATION} FROM tax_certification WHERE id = ?`, [id]),
  certifications: (reader: Reader) =>
    reader.all<StoredCertification>(`SELECT ${OF_CERTIFICATION} FROM tax_certification ORDER BY id DESC LIMIT 200`),
  certificationLines: (reader: Reader, id: number) =>
    reader.all<{ sourceKind: string; sourceId: number; number: string; amountMinor: number }>(
      `SELECT c.source_kind AS sourceKind, c.source_id AS sourceId, c.amount_minor AS amountMinor,
         coalesce(l.number, c.source_kind || ' ' || c.source_id) AS number
       FROM tax_certification_line c LEFT JOIN v_document_link l ON l.kind = c.source_kind AND l.id = c.source_id
       WHERE c.certification_id = ? ORDER BY c.source_kind, c.source_id`,
      [id],
    ),
  markCertificationReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE tax_certification SET state = 'reversed' WHERE id = ?`, [id])
  },
}
