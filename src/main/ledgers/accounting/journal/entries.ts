import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { inCompanyLanguage } from '../chart/accounts'
import { entryQueries, type EntryListInput } from './entry-queries'

type StoredEntry = NonNullable<ReturnType<typeof entryQueries.entry>>

/** Voucher type and number within the period: 记-12. */
export function entryLabel(entry: { voucherType: string; number: number }): string {
  return `${entry.voucherType}-${entry.number}`
}

export function listEntries(reader: Reader, input: EntryListInput) {
  const rows = entryQueries.page(reader, input).map(({ entry, amountMinor }) => ({
    id: entry.id,
    label: entryLabel(entry),
    postedOn: entry.postedOn,
    memo: entry.memo,
    sourceKind: entry.sourceKind,
    sourceId: entry.sourceId,
    amountMinor,
  }))
  return {
    rows,
    total: entryQueries.count(reader, input),
    sums: { amountMinor: entryQueries.sumMinor(reader, input) },
  }
}

export function getEntry(reader: Reader, id: number) {
  const entry = entryQueries.entry(reader, id) ?? refuse('accounting.entryUnknown', {})
  return complete(reader, entry)
}

/** What a document posted, and what reversed it, in order of posting. */
export function entriesOf(reader: Reader, sourceKind: string, sourceId: number) {
  const entries = [
    ...entryQueries.entriesOf(reader, sourceKind, sourceId),
    ...entryQueries.reversalsOf(reader, sourceKind, sourceId),
  ]
  return { entries: entries.map((entry) => complete(reader, entry)) }
}

function complete(reader: Reader, entry: StoredEntry) {
  const named = inCompanyLanguage(reader)
  return {
    id: entry.id,
    label: entryLabel(entry),
    postedOn: entry.postedOn,
    memo: entry.memo,
    sourceKind: entry.sourceKind,
    sourceId: entry.sourceId,
    sourceNumber: entryQueries.sourceNumber(reader, entry.sourceKind, entry.sourceId),
    reversesEntryId: entry.reversesEntryId,
    attachments: entry.attachments,
    ...entryQueries.surroundings(reader, entry.id),
    lines: entryQueries
      .lines(reader, entry.id)
      .map(({ zh, en, ...line }) => Object.assign(line, { accountName: named({ zh, en }).name })),
  }
}
