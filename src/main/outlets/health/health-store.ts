import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { HealthTables } from './tables'

const db = compiler<HealthTables>()

const last = statement((_p: object) => db.selectFrom('health_check').selectAll().orderBy('id', 'desc').limit(1))
const insert = statement((p: { checked_at: string; problems: string; seconds: number }) =>
  db.insertInto('health_check').values({ checked_at: p.checked_at, problems: p.problems, seconds: p.seconds }),
)
const asked = statement((_p: object) => db.selectFrom('health_asked').select('id'))
const ask = statement((_p: object) =>
  db
    .insertInto('health_asked')
    .values({ id: 1 })
    .onConflict((conflict) => conflict.doNothing()),
)
const settle = statement((_p: object) => db.deleteFrom('health_asked'))

export const healthStore = {
  last: (reader: Reader) => last.first(reader, {}),
  insert: (tx: Tx, row: { checked_at: string; problems: string; seconds: number }) => insert.run(tx, row),
  isAsked: (reader: Reader): boolean => asked.first(reader, {}) !== undefined,
  ask: (tx: Tx) => ask.run(tx, {}),
  settle: (tx: Tx) => settle.run(tx, {}),
}
