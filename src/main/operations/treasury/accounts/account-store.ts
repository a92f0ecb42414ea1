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
}

const columns = [
  'id',
  'kind',
  'name',
  'account_id as accountId',
  'bank_name as bankName',
  'bank_number as bankNumber',
  'active',
] as const

const all = statement((_p: object) => db.selectFrom('treasury_account').orderBy('id').select(columns))
const find = statement((p: { id: number }) => db.selectFrom('treasury_account').where('id', '=', p.id).select(columns))
const insert = statement((p: Omit<MoneyAccount, 'id' | 'active'>) =>
  db.insertInto('treasury_account').values({
    kind: p.kind,
    name: p.name,
    account_id: p.accountId,
    bank_name: p.bankName,
    bank_number: p.bankNumber,
  }),
)
const update = statement((p: Omit<MoneyAccount, 'kind' | 'accountId'>) =>
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
  insert: (tx: Tx, account: Omit<MoneyAccount, 'id' | 'active'>): number => insert.run(tx, account).id,
  update: (tx: Tx, account: Omit<MoneyAccount, 'kind' | 'accountId'>): void => {
    update.run(tx, account)
  },
  isPostable: (reader: Reader, accountId: number): boolean =>
    isPostable.first(reader, { id: accountId })?.isPostable === 1,
  follow: (tx: Tx, id: number, accountId: number): void => {
    follow.run(tx, { id, accountId })
  },
  balances: (reader: Reader) => balances.all(reader, {}),
  ledgerNames: (reader: Reader, id: number) => ledgerNames.first(reader, { id }),
  writeOffLimitMinor: (reader: Reader): number => limit.first(reader, {})?.amountMinor ?? 0,
  setWriteOffLimit: (tx: Tx, amountMinor: number): void => {
    setLimit.run(tx, { amountMinor })
  },
}
