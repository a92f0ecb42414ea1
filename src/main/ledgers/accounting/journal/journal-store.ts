import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

export interface NewEntry {
  readonly voucherType: string
  readonly periodId: number
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly memo: string
  readonly reversesEntryId: number | null
  readonly postedBy: number
  readonly attachments: number
  readonly preparedBy: number | null
  readonly reviewedBy: number | null
}

export interface NewLine {
  readonly accountId: number
  readonly debitMinor: number
  readonly creditMinor: number
  readonly partnerId: number | null
  readonly itemId: number | null
  readonly quantityMicro: number | null
  readonly cashFlowItem: string | null
  readonly memo: string | null
  readonly departmentId: number | null
  readonly projectId: number | null
  readonly personId: number | null
  /** Set together: the line in a foreign currency, debit above zero. */
  readonly currency?: string | null
  readonly foreignMinor?: number | null
}

export interface StoredEntry {
  readonly id: number
  readonly voucherType: string
  readonly postedOn: string
  readonly memo: string
}

// The number is taken in the insert itself: one statement, and gapless because there is one writer.
const insertEntry = statement((p: NewEntry & { postedAt: string }) =>
  db.insertInto('accounting_entry').values({
    voucher_type: p.voucherType,
    number: sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM accounting_entry WHERE voucher_type = ${p.voucherType} AND period_id = ${p.periodId})`,
    period_id: p.periodId,
    posted_on: p.postedOn,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    memo: p.memo,
    reverses_entry_id: p.reversesEntryId,
    posted_by: p.postedBy,
    posted_at: p.postedAt,
    attachments: p.attachments,
    prepared_by: p.preparedBy,
    reviewed_by: p.reviewedBy,
  }),
)

const insertLine = statement((p: NewLine & { entryId: number; lineNumber: number; postedOn: string }) =>
  db.insertInto('accounting_line').values({
    entry_id: p.entryId,
    line_number: p.lineNumber,
    account_id: p.accountId,
    debit_minor: p.debitMinor,
    credit_minor: p.creditMinor,
    partner_id: p.partnerId,
    item_id: p.itemId,
    quantity_micro: p.quantityMicro,
    cash_flow_item: p.cashFlowItem,
    posted_on: p.postedOn,
    memo: p.memo,
    department_id: p.departmentId,
    project_id: p.projectId,
    person_id: p.personId,
    currency: p.currency ?? null,
    foreign_minor: p.foreignMinor ?? null,
  }),
)

const addToBalance = statement((p: { accountId: number; periodId: number; debitMinor: number; creditMinor: number }) =>
  db
    .insertInto('accounting_balance')
    .values({
      account_id: p.accountId,
      period_id: p.periodId,
      debit_minor: p.debitMinor,
      credit_minor: p.creditMinor,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'period_id']).doUpdateSet((e) => ({
        debit_minor: e('accounting_balance.debit_minor', '+', e.ref('excluded.debit_minor')),
        credit_minor: e('accounting_balance.credit_minor', '+', e.ref('excluded.credit_minor')),
      })),
    ),
)

const unreversedOfSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('accounting_entry as e')
    .where('e.source_kind', '=', p.kind)
    .where('e.source_id', '=', p.id)
    .where('e.reverses_entry_id', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('accounting_entry as r').whereRef('r.reverses_entry_id', '=', 'e.id').select(e.lit(1).as('one')),
        ),
      ),
    )
    .orderBy('e.id')
    .select(['e.id', 'e.voucher_type as voucherType', 'e.posted_on as postedOn', 'e.memo']),
)

const linesOf = statement((p: { entryId: number }) =>
  db
    .selectFrom('accounting_line')
    .where('entry_id', '=', p.entryId)
    .orderBy('line_number')
    .select([
      'account_id as accountId',
      'debit_minor as debitMinor',
      'credit_minor as creditMinor',
      'partner_id as partnerId',
      'item_id as itemId',
      'quantity_micro as quantityMicro',
      'cash_flow_item as cashFlowItem',
      'memo',
      'department_id as departmentId',
      'project_id as projectId',
      'person_id as personId',
      'currency',
      'foreign_minor as foreignMinor',
    ]),
)

const lastEntry = statement((_p: object) => db.selectFrom('accounting_entry').select((e) => e.fn.max('id').as('id')))

const findEntry = statement((p: { id: number }) => db.selectFrom('accounting_entry').where('id', '=', p.id).selectAll())

export const journalStore = {
  insertEntry: (tx: Tx, entry: NewEntry): number =>
    insertEntry.run(tx, { ...entry, postedAt: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, entryId: number, postedOn: string, lineNumber: number, line: NewLine): void => {
    insertLine.run(tx, { ...line, entryId, postedOn, lineNumber })
  },
  addToBalance: (tx: Tx, periodId: number, accountId: number, debitMinor: number, creditMinor: number): void => {
    addToBalance.run(tx, { periodId, accountId, debitMinor, creditMinor })
  },
  /** Entries of a document that no entry reverses and that are no reversal themselves, oldest first. */
  unreversedOfSource: (reader: Reader, kind: string, id: number): StoredEntry[] =>
    unreversedOfSource.all(reader, { kind, id }),
  linesOf: (reader: Reader, entryId: number): NewLine[] => linesOf.all(reader, { entryId }),
  lastEntryId: (reader: Reader): number => Number(lastEntry.first(reader, {})?.id ?? 0),
  findEntry: (reader: Reader, id: number) => findEntry.first(reader, { id }),
}
