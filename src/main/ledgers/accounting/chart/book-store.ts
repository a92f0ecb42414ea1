import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ChartAccount } from './chart'
import type { Taxpayer } from './taxpayer'
import type { AccountingTables, CashKind, PeriodState, TaxpayerKind } from '../tables'

const db = compiler<AccountingTables>()

export interface Period {
  readonly id: number
  readonly startsOn: string
  readonly endsOn: string
  readonly state: PeriodState
}

const roles = statement((_p: object) => db.selectFrom('accounting_role').select(['role', 'account_id as accountId']))

const accounts = statement((_p: object) =>
  db.selectFrom('accounting_account').select(['id', 'code', 'cash_kind as cashKind', 'currency']),
)

const taxRates = statement((_p: object) =>
  db
    .selectFrom('accounting_tax_rate')
    .orderBy('tax_code')
    .orderBy('valid_from', 'desc')
    .select(['tax_code as taxCode', 'valid_from as validFrom', 'rate_micro as rateMicro']),
)

const periodColumns = ['id', 'starts_on as startsOn', 'ends_on as endsOn', 'state'] as const

const periodFor = statement((p: { date: string }) =>
  db
    .selectFrom('accounting_period')
    .where('starts_on', '<=', p.date)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .select(periodColumns),
)
const findPeriod = statement((p: { id: number }) =>
  db.selectFrom('accounting_period').where('id', '=', p.id).select(periodColumns),
)
const allPeriods = statement((_p: object) =>
  db.selectFrom('accounting_period').orderBy('starts_on').select(periodColumns),
)
const insertPeriod = statement((p: { startsOn: string; endsOn: string }) =>
  db.insertInto('accounting_period').values({ starts_on: p.startsOn, ends_on: p.endsOn }),
)
const setPeriodState = statement((p: { id: number; state: PeriodState }) =>
  db.updateTable('accounting_period').where('id', '=', p.id).set({ state: p.state }),
)

const insertAccount = statement(
  (p: {
    code: string
    zh: string
    en: string
    kind: ChartAccount['kind']
    side: 'debit' | 'credit'
    parentId: number | null
    isPostable: number
    cashKind: CashKind
  }) =>
    db.insertInto('accounting_account').values({
      code: p.code,
      name_zh: p.zh,
      name_en: p.en,
      kind: p.kind,
      normal_side: p.side,
      parent_id: p.parentId,
      is_postable: p.isPostable,
      cash_kind: p.cashKind,
    }),
)
const insertRole = statement((p: { role: string; accountId: number }) =>
  db.insertInto('accounting_role').values({ role: p.role, account_id: p.accountId }),
)
const insertTaxRate = statement((p: { taxCode: string; validFrom: string; rateMicro: number }) =>
  db
    .insertInto('accounting_tax_rate')
    .values({ tax_code: p.taxCode, valid_from: p.validFrom, rate_micro: p.rateMicro }),
)

const taxpayers = statement((_p: object) =>
  db
    .selectFrom('accounting_taxpayer')
    .orderBy('valid_from', 'desc')
    .select(['valid_from as validFrom', 'kind', 'certifies_input as certifiesInput']),
)
const setTaxpayer = statement((p: { validFrom: string; kind: TaxpayerKind; certifiesInput: number }) =>
  db
    .insertInto('accounting_taxpayer')
    .values({ valid_from: p.validFrom, kind: p.kind, certifies_input: p.certifiesInput })
    .onConflict((conflict) =>
      conflict.column('valid_from').doUpdateSet({ kind: p.kind, certifies_input: p.certifiesInput }),
    ),
)

const isUsed = statement((p: { id: number }) =>
  db.selectFrom('accounting_line').where('account_id', '=', p.id).limit(sql.lit(1)).select('entry_id'),
)
const setPostable = statement((p: { id: number; isPostable: number }) =>
  db.updateTable('accounting_account').where('id', '=', p.id).set({ is_postable: p.isPostable }),
)

export const bookStore = {
  roles: (reader: Reader) => roles.all(reader, {}),
  accounts: (reader: Reader) => accounts.all(reader, {}),
  /** By code, newest first. */
  taxRates: (reader: Reader) => taxRates.all(reader, {}),
  /** The period that starts last on or before a date; it may end before it. */
  periodFor: (reader: Reader, date: string): Period | undefined => periodFor.first(reader, { date }),
  findPeriod: (reader: Reader, id: number): Period | undefined => findPeriod.first(reader, { id }),
  allPeriods: (reader: Reader): Period[] => allPeriods.all(reader, {}),
  insertPeriod: (tx: Tx, startsOn: string, endsOn: string): number => insertPeriod.run(tx, { startsOn, endsOn }).id,
  setPeriodState: (tx: Tx, id: number, state: PeriodState): void => {
    setPeriodState.run(tx, { id, state })
  },
  insertAccount: (tx: Tx, account: ChartAccount, parentId: number | null, isPostable: boolean): number =>
    insertAccount.run(tx, {
      code: account.code,
      zh: account.zh,
      en: account.en,
      kind: account.kind,
      side: account.side,
      parentId,
      isPostable: isPostable ? 1 : 0,
      cashKind: account.cash ?? '',
    }).id,
  /** Newest first. */
  taxpayers: (reader: Reader): Taxpayer[] =>
    taxpayers.all(reader, {}).map((row) => ({ ...row, certifiesInput: row.certifiesInput === 1 })),
  setTaxpayer: (tx: Tx, { validFrom, kind, certifiesInput }: Taxpayer): void => {
    setTaxpayer.run(tx, { validFrom, kind, certifiesInput: certifiesInput ? 1 : 0 })
  },
  /** Something is posted there. */
  isUsed: (reader: Reader, id: number): boolean => isUsed.first(reader, { id }) !== undefined,
  setPostable: (tx: Tx, id: number, isPostable: boolean): void => {
    setPostable.run(tx, { id, isPostable: isPostable ? 1 : 0 })
  },
  insertRole: (tx: Tx, role: string, accountId: number): void => {
    insertRole.run(tx, { role, accountId })
  },
  insertTaxRate: (tx: Tx, rate: { taxCode: string; validFrom: string; rateMicro: number }): void => {
    insertTaxRate.run(tx, rate)
  },
}
