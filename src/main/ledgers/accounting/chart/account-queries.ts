import { compiler, statement, type Reader } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

const accounts = statement((_p: object) => db.selectFrom('accounting_account').orderBy('code').selectAll())

const roleTurnover = statement((p: { role: string }) =>
  db
    .selectFrom('accounting_role as r')
    .innerJoin('accounting_balance as b', 'b.account_id', 'r.account_id')
    .where('r.role', '=', p.role)
    .select((e) => [
      e.fn.sum<number | null>('b.debit_minor').as('debitMinor'),
      e.fn.sum<number | null>('b.credit_minor').as('creditMinor'),
    ]),
)

export const accountQueries = {
  accounts: (reader: Reader) => accounts.all(reader, {}),
  roleTurnover: (reader: Reader, role: string) => roleTurnover.first(reader, { role }),
}
