import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import { sql } from 'kysely'
import type { SearchTables, SearchViews } from './tables'

const db = compiler<SearchTables & SearchViews>()

export interface SearchEntry {
  readonly kind: string
  readonly id: number
  readonly title: string
  readonly subtitle: string
  readonly tokens: string
}

const subject = statement((p: { kind: string; id: number }) =>
  db.selectFrom('search_subject').select('entry_id').where('kind', '=', p.kind).where('subject_id', '=', p.id),
)
const insertEntry = statement((p: SearchEntry) =>
  db.insertInto('search_entry').values({
    tokens: p.tokens,
    kind: p.kind,
    subject_id: p.id,
    title: p.title,
    subtitle: p.subtitle,
  } as never),
)
const insertSubject = statement((p: { kind: string; id: number; entryId: number }) =>
  db.insertInto('search_subject').values({ kind: p.kind, subject_id: p.id, entry_id: p.entryId }),
)
const deleteEntry = statement((p: { entryId: number }) => db.deleteFrom('search_entry').where('rowid', '=', p.entryId))
const deleteSubject = statement((p: { kind: string; id: number }) =>
  db.deleteFrom('search_subject').where('kind', '=', p.kind).where('subject_id', '=', p.id),
)
const find = statement((p: { expression: string; limit: number }) =>
  db
    .selectFrom('search_entry')
    .select(['kind', 'subject_id as id', 'title', 'subtitle'])
    .where(sql<boolean>`search_entry match ${p.expression}`)
    .orderBy('rowid', 'desc')
    .limit(p.limit),
)

const findOfKind = statement((p: { expression: string; kind: string; limit: number }) =>
  db
    .selectFrom('search_entry')
    .select(['subject_id as id'])
    .where(sql<boolean>`search_entry match ${p.expression}`)
    .where('kind', '=', p.kind)
    .limit(p.limit),
)

/** Of all documents, those that this connection sees. */
const link = statement((p: { kind: string; id: number }) =>
  db.selectFrom('v_document_link').select('id').where('kind', '=', p.kind).where('id', '=', p.id),
)

export type Hit = Pick<SearchEntry, 'kind' | 'id' | 'title' | 'subtitle'>

export const searchStore = {
  isSeen: (reader: Reader, kind: string, id: number): boolean => link.first(reader, { kind, id }) !== undefined,
  entryOf: (reader: Reader, kind: string, id: number) => subject.first(reader, { kind, id })?.entry_id,
  insert(tx: Tx, entry: SearchEntry): void {
    const { id: entryId } = insertEntry.run(tx, entry)
    insertSubject.run(tx, { kind: entry.kind, id: entry.id, entryId })
  },
  remove(tx: Tx, kind: string, id: number, entryId: number): void {
    deleteEntry.run(tx, { entryId })
    deleteSubject.run(tx, { kind, id })
  },
  findOfKind: (reader: Reader, expression: string, kind: string, limit: number): number[] =>
    findOfKind.all(reader, { expression, kind, limit }).map(({ id }) => id),
  find: (reader: Reader, expression: string, limit: number) => find.all(reader, { expression, limit }),
}
