import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export type MoneyAccountKind = 'cash' | 'petty' | 'bank'

export interface MoneyAccount {
  readonly id: number
  readonly kind: MoneyAccountKind
  readonly name: string
  /** Its account of the books. */
  readonly accountId: number
  readonly bankName: string
  readonly bankNumber: string
  readonly active: number
  /** What it is kept in; null: the currency of the books. */
  readonly currency: string | null
}

const columns = [
  't.id',
  't.kind',
  't.name',
  't.account_id as accountId',
  't.bank_name as bankName',
  't.bank_number as bankNumber',
  't.active',
  'a.currency',
] as const

const withCurrency = () =>
  db.selectFrom('treasury_account as t').innerJoin('v_accounting_account as a', 'a.id', 't.account_id')

const all = statement((_p: object) => withCurrency().orderBy('t.id').select(columns))
const find = statement((p: { id: number }) => withCurrency().where('t.id', '=', p.id).select(columns))
type NewAccount = Omit<MoneyAccount, 'id' | 'active' | 'currency'>
const insert = statement((p: NewAccount) =>
  db.insertInto('treasury_account').values({
    kind: p.kind,
    name: p.name,
    account_id: p.accountId,
    bank_name: p.bankName,
    bank_number: p.bankNumber,
  }),
)
type AccountChange = Omit<MoneyAccount, 'kind' | 'accountId' | 'currency'>
const update = statement((p: AccountChange) =>
  db
    .updateTable('treasury_account')
    .where('id', '=', p.id)
    .set({ name: p.name, bank_name: p.bankName, bank_number: p.bankNumber, active: p.active }),
)
const isPostable = statement((p: { id: number }) =>
  db.selectFrom('v_accounting_account').where('id', '=', p.id).select('is_postable as isPostable'),
)
const follow = statement((p: { id: number; accountId: number }) =>
  db.updateTable('treasury_account').where('id', '=', p.id).set({ account_id: p.accountId }),
)
const balances = statement((_p: object) =>
  db
    .selectFrom('treasury_account as t')
    .innerJoin('v_accounting_account as a', 'a.id', 't.account_id')
    .leftJoin('v_accounting_balance as b', 'b.account_id', 't.account_id')
    .groupBy('t.id')
    .select([
      't.id',
      'a.code as accountCode',
      sql<number>`coalesce(sum(b.debit_minor - b.credit_minor), 0)`.as('balanceMinor'),
    ]),
)
const foreignBalances = statement((_p: object) =>
  db
    .selectFrom('v_accounting_account as a')
    .innerJoin('treasury_account as t', 't.account_id', 'a.id')
    .innerJoin('v_accounting_foreign_line as f', 'f.account_id', 'a.id')
    .where('a.currency', 'is not', null)
    .groupBy('t.id')
    .select((e) => ['t.id', e.fn.sum<number>('f.foreign_minor').as('foreignMinor')]),
)
const ledgerNames = statement((p: { id: number }) =>
  db.selectFrom('v_accounting_account').where('id', '=', p.id).select(['code', 'name_zh as zh', 'name_en as en']),
)
const limit = statement((_p: object) =>
  db.selectFrom('treasury_limit').where('name', '=', 'write-off').select('amount_minor as amountMinor'),
)
const setLimit = statement((p: { amountMinor: number }) =>
  db.updateTable('treasury_limit').where('name', '=', 'write-off').set({ amount_minor: p.amountMinor }),
)

export const accountStore = {
  all: (reader: Reader): MoneyAccount[] => all.all(reader, {}),
  find: (reader: Reader, id: number): MoneyAccount | undefined => find.first(reader, { id }),
  insert: (tx: Tx, account: NewAccount): number => insert.run(tx, account).id,
  update: (tx: Tx, account: AccountChange): void => {
    update.run(tx, account)
  },
  isPostable: (reader: Reader, accountId: number): boolean =>
    isPostable.first(reader, { id: accountId })?.isPostable === 1,
  follow: (tx: Tx, id: number, accountId: number): void => {
    follow.run(tx, { id, accountId })
  },
  balances: (reader: Reader) => balances.all(reader, {}),
  foreignBalances: (reader: Reader) => foreignBalances.all(reader, {}),
  ledgerNames: (reader: Reader, id: number) => ledgerNames.first(reader, { id }),
  writeOffLimitMinor: (reader: Reader): number => limit.first(reader, {})?.amountMinor ?? 0,
  setWriteOffLimit: (tx: Tx, amountMinor: number): void => {
    setLimit.run(tx, { amountMinor })
  },
}
