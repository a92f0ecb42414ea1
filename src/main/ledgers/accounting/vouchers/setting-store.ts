import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

const get = statement((p: { name: string }) =>
  db.selectFrom('accounting_setting').where('name', '=', p.name).select('value'),
)
const set = statement((p: { name: string; value: string }) =>
  db
    .insertInto('accounting_setting')
    .values({ name: p.name, value: p.value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((e) => ({ value: e.ref('excluded.value') }))),
)

export const settingStore = {
  get: (reader: Reader, name: string): string | undefined => get.first(reader, { name })?.value,
  set: (tx: Tx, name: string, value: string): void => {
    set.run(tx, { name, value })
  },
}
