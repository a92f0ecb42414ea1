import type { Selectable } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { LabelUse } from '../../../shared/labels/template'
import type { LabelsSources, LabelsTables } from './tables'

const db = compiler<LabelsTables>()

export type TemplateRow = Selectable<LabelsTables['labels_template']>
type NewTemplate = Omit<TemplateRow, 'id'>
type Change = Pick<TemplateRow, 'use' | 'changed_by' | 'changed_at'>

const sources = compiler<LabelsSources>()
const withNames = () =>
  sources
    .selectFrom('labels_template as t')
    .leftJoin('v_access_user as u', 'u.id', 't.changed_by')
    .selectAll('t')
    .select((e) => e.fn.coalesce('u.name', e.val('')).as('changed_by_name'))
const all = statement((_p: object) => withNames().orderBy('t.use').orderBy('t.name'))
const named = statement((p: { id: number }) => withNames().where('t.id', '=', p.id))
const byId = statement((p: { id: number }) => db.selectFrom('labels_template').selectAll().where('id', '=', p.id))
const byName = statement((p: { name: string }) =>
  db
    .selectFrom('labels_template')
    .selectAll()
    .where((e) => e(e.fn<string>('lower', ['name']), '=', p.name)),
)
const used = statement((p: { use: LabelUse }) =>
  db.selectFrom('labels_template').selectAll().where('use', '=', p.use).where('is_used', '=', 1),
)
const useNone = statement((p: Change) =>
  db
    .updateTable('labels_template')
    .set((e) => ({ is_used: 0, version: e('version', '+', 1), changed_by: p.changed_by, changed_at: p.changed_at }))
    .where('use', '=', p.use)
    .where('is_used', '=', 1),
)
const insert = statement((p: NewTemplate) =>
  db.insertInto('labels_template').values({
    name: p.name,
    use: p.use,
    template: p.template,
    is_used: p.is_used,
    version: p.version,
    changed_by: p.changed_by,
    changed_at: p.changed_at,
  }),
)
const update = statement((p: TemplateRow) =>
  db
    .updateTable('labels_template')
    .set({
      name: p.name,
      use: p.use,
      template: p.template,
      is_used: p.is_used,
      version: p.version,
      changed_by: p.changed_by,
      changed_at: p.changed_at,
    })
    .where('id', '=', p.id),
)
const remove = statement((p: { id: number }) => db.deleteFrom('labels_template').where('id', '=', p.id))

export const templateStore = {
  all: (reader: Reader) => all.all(reader, {}),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  changedBy: (reader: Reader, id: number): string => named.first(reader, { id })?.changed_by_name ?? '',
  byName: (reader: Reader, name: string) => byName.first(reader, { name: name.toLowerCase() }),
  used: (reader: Reader, use: LabelUse) => used.first(reader, { use }),
  useNone: (tx: Tx, change: Change) => useNone.run(tx, change),
  insert: (tx: Tx, row: NewTemplate): number => insert.run(tx, row).id,
  update: (tx: Tx, row: TemplateRow) => update.run(tx, row),
  remove: (tx: Tx, id: number): number => remove.run(tx, { id }).changes,
}
