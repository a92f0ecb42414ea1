import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { bookOf } from '../chart/book'
import type { Chart } from '../chart/chart'
import { journalStore, type NewLine, type StoredEntry } from './journal-store'
import { writeEntry, type Source } from './post-journal'

export interface ReversalDraft {
  readonly postedOn: BusinessDate
  readonly memo: string
  /** Where the reversal is a document of its own; else the entry keeps the source it reverses. */
  readonly reversalSource?: Source
}

/** Reverses every unreversed entry of a document: in red or with swapped sides, as the country pack has it. */
export function reverseJournal(tx: Tx, actor: Actor, source: Source, draft: ReversalDraft): void {
  for (const entry of journalStore.unreversedOfSource(tx, source.kind, source.id)) {
    reverseEntry(tx, actor, entry, draft.reversalSource ?? source, draft)
  }
}

export function reverseEntry(tx: Tx, actor: Actor, entry: StoredEntry, source: Source, draft: ReversalDraft): number {
  if (draft.postedOn < entry.postedOn) {
    refuse('accounting.reversalBeforeEntry', { date: draft.postedOn, postedOn: entry.postedOn }, 'reversedOn')
  }
  const { reversal } = bookOf(tx).chart
  return writeEntry(tx, actor, {
    postedOn: draft.postedOn,
    memo: draft.memo,
    source,
    voucherType: entry.voucherType,
    reversesEntryId: entry.id,
    lines: journalStore.linesOf(tx, entry.id).map((line) => reversedLine(line, reversal)),
  })
}

/** `red` keeps the side and turns the sign (小企业会计准则 practice); `swapped` keeps the sign and turns the side. */
export function reversedLine(line: NewLine, reversal: Chart['reversal']): NewLine {
  const quantityMicro = line.quantityMicro === null ? null : 0 - line.quantityMicro
  const turned = {
    quantityMicro,
    ...(line.foreignMinor === null || line.foreignMinor === undefined ? {} : { foreignMinor: 0 - line.foreignMinor }),
  }
  return reversal === 'red'
    ? { ...line, ...turned, debitMinor: 0 - line.debitMinor, creditMinor: 0 - line.creditMinor }
    : { ...line, ...turned, debitMinor: line.creditMinor, creditMinor: line.debitMinor }
}
