import type { Reader } from '../../kernel/db'

export interface ExportedAccount {
  readonly id: number
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: 'asset' | 'liability' | 'equity' | 'cost' | 'revenue' | 'expense'
  readonly parentId: number | null
  readonly isUsed: number
  readonly isCash: number
}

export interface ExportedLine {
  readonly entryId: number
  readonly label: string
  readonly postedOn: string
  readonly memo: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly accountId: number
  readonly debitMinor: number
  readonly creditMinor: number
  /** The line in a foreign currency, debit above zero; null: in that of the books alone. */
  readonly currency: string | null
  readonly foreignMinor: number | null
  readonly partnerCode: string | null
  readonly partnerName: string | null
  readonly itemCode: string | null
  readonly quantityMicro: number | null
  readonly cashFlowItem: string | null
}

const ACCOUNTS = `
  SELECT a.id, a.code, a.name_zh AS nameZh, a.name_en AS nameEn, a.kind, a.parent_id AS parentId,
    EXISTS (SELECT 1 FROM v_accounting_balance b WHERE b.account_id = a.id) AS isUsed,
    a.cash_kind <> '' AS isCash
  FROM v_accounting_account a ORDER BY a.code`

const CURRENCIES = 'SELECT DISTINCT currency FROM v_accounting_foreign_line ORDER BY currency'

const LAST_ENTRY = 'SELECT coalesce(max(id), 0) AS id FROM v_accounting_entry'

/**
 * Lines of the entries that follow one, by date. The next page starts from its key, so no statement stays open between
 * pages; entries are never changed, so with `@last` fixed all pages together are one state of the books.
 */
const PAGE = `
  SELECT e.id AS entryId, e.voucher_type || '-' || e.number AS label, e.posted_on AS postedOn, e.memo,
    e.source_kind AS sourceKind, e.source_id AS sourceId, l.account_id AS accountId,
    l.debit_minor AS debitMinor, l.credit_minor AS creditMinor, f.currency, f.foreign_minor AS foreignMinor, p.code AS partnerCode,
    p.name AS partnerName, i.code AS itemCode, l.quantity_micro AS quantityMicro, l.cash_flow_item AS cashFlowItem
  FROM (SELECT id, voucher_type, number, posted_on, memo, source_kind, source_id
        FROM v_accounting_entry
        WHERE (posted_on, id) > (@postedOn, @id) AND id <= @last
        ORDER BY posted_on, id LIMIT @entries) e
  CROSS JOIN v_accounting_line l ON l.entry_id = e.id
  LEFT JOIN v_accounting_foreign_line f ON f.entry_id = l.entry_id AND f.line_number = l.line_number
  LEFT JOIN v_parties_partner p ON p.id = l.partner_id
  LEFT JOIN v_items_item i ON i.id = l.item_id
  ORDER BY e.posted_on, e.id, l.line_number`

// Asked for one document at a time: joined, the view would be built whole for every page.
const DOCUMENT_NUMBER = 'SELECT number FROM v_document_link WHERE kind = ? AND id = ?'

const ENTRIES_PER_PAGE = 500

export const journalQueries = {
  accounts: (reader: Reader) => reader.all<ExportedAccount>(ACCOUNTS),

  foreignCurrencies: (reader: Reader) => reader.all<{ currency: string }>(CURRENCIES).map(({ currency }) => currency),

  documentNumber: (reader: Reader, { sourceKind, sourceId }: ExportedLine): string =>
    reader.first<{ number: string | null }>(DOCUMENT_NUMBER, [sourceKind, sourceId])?.number ?? '',

  /** Entries by date and order of posting, each as its lines. */
  *entries(reader: Reader): Generator<readonly [ExportedLine, ...ExportedLine[]]> {
    const last = reader.first<{ id: number }>(LAST_ENTRY)?.id ?? 0
    let key = { postedOn: '', id: 0 }
    for (;;) {
      const lines = reader.all<ExportedLine>(PAGE, [{ ...key, last, entries: ENTRIES_PER_PAGE }])
      const end = lines.at(-1)
      if (end === undefined) return
      yield* byEntry(lines)
      key = { postedOn: end.postedOn, id: end.entryId }
    }
  },
}

function* byEntry(lines: readonly ExportedLine[]): Generator<readonly [ExportedLine, ...ExportedLine[]]> {
  let entry: [ExportedLine, ...ExportedLine[]] | undefined
  for (const line of lines) {
    if (entry !== undefined && entry[0].entryId === line.entryId) {
      entry.push(line)
      continue
    }
    if (entry !== undefined) yield entry
    entry = [line]
  }
  if (entry !== undefined) yield entry
}
