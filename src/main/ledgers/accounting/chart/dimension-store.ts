import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables, DimensionKind } from '../tables'

const db = compiler<AccountingTables>()

export interface DimensionValue {
  readonly id: number
  readonly dimension: DimensionKind
  readonly code: string
  readonly name: string
  readonly isActive: boolean
}

const columns = ['id', 'dimension', 'code', 'name', 'is_active as isActive'] as const

const all = statement((_p: object) =>
  db.selectFrom('accounting_dimension').orderBy('dimension').orderBy('code').select(columns),
)
const find = statement((p: { id: number }) =>
  db.selectFrom('accounting_dimension').where('id', '=', p.id).select(columns),
)
const byCode = statement((p: { dimension: DimensionKind; code: string }) =>
  db.selectFrom('accounting_dimension').where('dimension', '=', p.dimension).where('code', '=', p.code).select(columns),
)
const insert = statement((p: { dimension: DimensionKind; code: string; name: string; isActive: number }) =>
  db
    .insertInto('accounting_dimension')
    .values({ dimension: p.dimension, code: p.code, name: p.name, is_active: p.isActive }),
)
const update = statement((p: { id: number; code: string; name: string; isActive: number }) =>
  db
    .updateTable('accounting_dimension')
    .where('id', '=', p.id)
    .set({ code: p.code, name: p.name, is_active: p.isActive }),
)

const read = (row: { id: number; dimension: DimensionKind; code: string; name: string; isActive: number }) =>
  Object.assign(row, { isActive: row.isActive === 1 }) as unknown as DimensionValue

const found = (row: Parameters<typeof read>[0] | undefined): DimensionValue | undefined =>
  row === undefined ? undefined : read(row)

export const dimensionStore = {
  all: (reader: Reader): DimensionValue[] => all.all(reader, {}).map(read),
  find: (reader: Reader, id: number): DimensionValue | undefined => found(find.first(reader, { id })),
  byCode: (reader: Reader, dimension: DimensionKind, code: string): DimensionValue | undefined =>
    found(byCode.first(reader, { dimension, code })),
  insert: (tx: Tx, value: Omit<DimensionValue, 'id'>): number =>
    insert.run(tx, { ...value, isActive: value.isActive ? 1 : 0 }).id,
  update: (tx: Tx, value: Omit<DimensionValue, 'dimension'>): void => {
    update.run(tx, { ...value, isActive: value.isActive ? 1 : 0 })
  },
}
