import { compiler, statement, type Reader } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

const accounts = statement((_p: object) => db.selectFrom('accounting_account').orderBy('code').selectAll())

/** Accounts that something was posted to. */
const posted = statement((_p: object) => db.selectFrom('accounting_balance').distinct().select('account_id as id'))

export const accountQueries = {
  posted: (reader: Reader) => posted.all(reader, {}),
  accounts: (reader: Reader) => accounts.all(reader, {}),
}
