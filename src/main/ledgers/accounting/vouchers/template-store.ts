import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'
import type { VoucherLineInput } from './voucher-lines'

const db = compiler<AccountingTables>()

export interface TemplateFields {
  readonly name: string
  readonly word: string
  readonly memo: string
  readonly lines: readonly VoucherLineInput[]
  readonly nextOn: string | null
  readonly endsOn: string | null
  readonly reverses: boolean
}

export interface StoredTemplate extends TemplateFields {
  readonly id: number
}

type Row = Omit<TemplateFields, 'lines' | 'reverses'> & { readonly content: string; readonly reverses: number }

const values = (p: Row) => ({
  name: p.name,
  word: p.word,
  memo: p.memo,
  content: p.content,
  next_on: p.nextOn,
  ends_on: p.endsOn,
  reverses: p.reverses,
})

const insert = statement((p: Row) => db.insertInto('accounting_template').values(values(p)))
const update = statement((p: Row & { id: number }) =>
  db.updateTable('accounting_template').where('id', '=', p.id).set(values(p)),
)
const moveOn = statement((p: { id: number; nextOn: string | null }) =>
  db.updateTable('accounting_template').where('id', '=', p.id).set({ next_on: p.nextOn }),
)
const remove = statement((p: { id: number }) => db.deleteFrom('accounting_template').where('id', '=', p.id))
const all = statement((_p: object) => db.selectFrom('accounting_template').orderBy('name').selectAll())
const dueUpTo = statement((p: { on: string }) =>
  db
    .selectFrom('accounting_template')
    .where('next_on', 'is not', null)
    .where('next_on', '<=', p.on)
    .orderBy('next_on')
    .orderBy('id')
    .selectAll(),
)

const row = ({ lines, reverses, ...template }: TemplateFields): Row => ({
  ...template,
  content: JSON.stringify(lines),
  reverses: reverses ? 1 : 0,
})

const read = (stored: ReturnType<(typeof all)['all']>[number]): StoredTemplate => ({
  id: stored.id,
  name: stored.name,
  word: stored.word,
  memo: stored.memo,
  lines: JSON.parse(stored.content) as VoucherLineInput[],
  nextOn: stored.next_on,
  endsOn: stored.ends_on,
  reverses: stored.reverses === 1,
})

export const templateStore = {
  all: (reader: Reader): StoredTemplate[] => all.all(reader, {}).map(read),
  dueUpTo: (reader: Reader, on: string): StoredTemplate[] => dueUpTo.all(reader, { on }).map(read),
  insert: (tx: Tx, template: TemplateFields): number => insert.run(tx, row(template)).id,
  update: (tx: Tx, id: number, template: TemplateFields): void => {
    update.run(tx, { ...row(template), id })
  },
  moveOn: (tx: Tx, id: number, nextOn: string | null): void => {
    moveOn.run(tx, { id, nextOn })
  },
  remove: (tx: Tx, id: number): void => {
    remove.run(tx, { id })
  },
}
