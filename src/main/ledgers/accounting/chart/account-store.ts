import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables, AccountKind, CashKind } from '../tables'
import type { Dimension } from '../vouchers/voucher-lines'

const db = compiler<AccountingTables>()

export interface StoredAccount {
  readonly id: number
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: AccountKind
  readonly normalSide: 'debit' | 'credit'
  readonly parentId: number | null
  readonly isPostable: boolean
  readonly isActive: boolean
  readonly cashKind: CashKind
  readonly quantityUnit: string | null
  readonly statementTag: string | null
  readonly requires: readonly Dimension[]
  readonly currency: string | null
}

const byCode = statement((p: { code: string }) =>
  db.selectFrom('accounting_account').where('code', '=', p.code).selectAll(),
)
const byId = statement((p: { id: number }) => db.selectFrom('accounting_account').where('id', '=', p.id).selectAll())

interface Fields {
  readonly id: number
  readonly nameZh: string
  readonly nameEn: string
  readonly kind: AccountKind
  readonly normalSide: 'debit' | 'credit'
  readonly isActive: number
  readonly quantityUnit: string | null
  readonly statementTag: string | null
  readonly requires: string
  readonly currency: string | null
}
const update = statement((p: Fields) =>
  db.updateTable('accounting_account').where('id', '=', p.id).set({
    name_zh: p.nameZh,
    name_en: p.nameEn,
    kind: p.kind,
    normal_side: p.normalSide,
    is_active: p.isActive,
    quantity_unit: p.quantityUnit,
    statement_tag: p.statementTag,
    requires: p.requires,
    currency: p.currency,
  }),
)
const remove = statement((p: { id: number }) => db.deleteFrom('accounting_account').where('id', '=', p.id))
const children = statement((p: { id: number }) =>
  db.selectFrom('accounting_account').where('parent_id', '=', p.id).orderBy('code').select(['id', 'code']),
)
const rolesOf = statement((p: { id: number }) =>
  db.selectFrom('accounting_role').where('account_id', '=', p.id).select('role'),
)
const moveRoles = statement((p: { from: number; to: number }) =>
  db.updateTable('accounting_role').where('account_id', '=', p.from).set({ account_id: p.to }),
)
const balance = statement((p: { id: number }) =>
  db
    .selectFrom('accounting_balance')
    .where('account_id', '=', p.id)
    .select((e) => [
      e.fn.sum<number | null>('debit_minor').as('debitMinor'),
      e.fn.sum<number | null>('credit_minor').as('creditMinor'),
    ]),
)
/** What stands on an account, for each combination that its lines are told apart by. */
const standing = statement((p: { id: number }) =>
  db
    .selectFrom('accounting_line')
    .where('account_id', '=', p.id)
    .groupBy(['partner_id', 'item_id', 'department_id', 'project_id', 'person_id'])
    .select((e) => [
      'partner_id as partnerId',
      'item_id as itemId',
      'department_id as departmentId',
      'project_id as projectId',
      'person_id as personId',
      e.fn.sum<number>('debit_minor').as('debitMinor'),
      e.fn.sum<number>('credit_minor').as('creditMinor'),
      e.fn.max<string>('posted_on').as('lastOn'),
    ]),
)

function read(row: NonNullable<ReturnType<(typeof byCode)['first']>>): StoredAccount {
  return {
    id: row.id,
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    kind: row.kind,
    normalSide: row.normal_side,
    parentId: row.parent_id,
    isPostable: row.is_postable === 1,
    isActive: row.is_active === 1,
    cashKind: row.cash_kind,
    quantityUnit: row.quantity_unit,
    statementTag: row.statement_tag,
    requires: row.requires === '' ? [] : (row.requires.split(' ') as Dimension[]),
    currency: row.currency,
  }
}

export const accountStore = {
  byCode(reader: Reader, code: string): StoredAccount | undefined {
    const row = byCode.first(reader, { code })
    return row === undefined ? undefined : read(row)
  },
  byId(reader: Reader, id: number): StoredAccount | undefined {
    const row = byId.first(reader, { id })
    return row === undefined ? undefined : read(row)
  },
  update: (tx: Tx, { requires, isActive, ...account }: StoredAccount): void => {
    update.run(tx, { ...account, isActive: isActive ? 1 : 0, requires: requires.join(' ') })
  },
  remove: (tx: Tx, id: number): void => {
    remove.run(tx, { id })
  },
  children: (reader: Reader, id: number) => children.all(reader, { id }),
  rolesOf: (reader: Reader, id: number): string[] => rolesOf.all(reader, { id }).map(({ role }) => role),
  moveRoles: (tx: Tx, from: number, to: number): void => {
    moveRoles.run(tx, { from, to })
  },
  balanceMinor(reader: Reader, id: number): number {
    const sums = balance.first(reader, { id })
    return (sums?.debitMinor ?? 0) - (sums?.creditMinor ?? 0)
  },
  standing: (reader: Reader, id: number) => standing.all(reader, { id }),
}
