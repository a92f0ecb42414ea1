import type { Selectable } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { LabelUse } from '../../../shared/labels/template'
import type { LabelsTables } from './tables'

const db = compiler<LabelsTables>()

export type TemplateRow = Selectable<LabelsTables['labels_template']>
type NewTemplate = Omit<TemplateRow, 'id'>

const all = statement((_p: object) => db.selectFrom('labels_template').selectAll().orderBy('use').orderBy('name'))
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
const useNone = statement((p: { use: LabelUse }) =>
  db.updateTable('labels_template').set({ is_used: 0 }).where('use', '=', p.use).where('is_used', '=', 1),
)
const insert = statement((p: NewTemplate) =>
  db.insertInto('labels_template').values({
    name: p.name,
    use: p.use,
    template: p.template,
    is_used: p.is_used,
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
      changed_by: p.changed_by,
      changed_at: p.changed_at,
    })
    .where('id', '=', p.id),
)
const remove = statement((p: { id: number }) => db.deleteFrom('labels_template').where('id', '=', p.id))

export const templateStore = {
  all: (reader: Reader) => all.all(reader, {}),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  byName: (reader: Reader, name: string) => byName.first(reader, { name: name.toLowerCase() }),
  used: (reader: Reader, use: LabelUse) => used.first(reader, { use }),
  useNone: (tx: Tx, use: LabelUse) => useNone.run(tx, { use }),
  insert: (tx: Tx, row: NewTemplate): number => insert.run(tx, row).id,
  update: (tx: Tx, row: TemplateRow) => update.run(tx, row),
  remove: (tx: Tx, id: number): number => remove.run(tx, { id }).changes,
}
