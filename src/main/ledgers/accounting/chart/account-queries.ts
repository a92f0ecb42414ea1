import { compiler, statement, type Reader } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

const accounts = statement((_p: object) => db.selectFrom('accounting_account').orderBy('code').selectAll())

export const accountQueries = {
  accounts: (reader: Reader) => accounts.all(reader, {}),
}
