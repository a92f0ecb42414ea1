import { addDays } from '../../../../../shared/values/date'
import { companyProfile, currencyDecimalsOf } from '../../../../foundation/company'
import { currencyCodes } from '../../../../foundation/currencies'
import type { Reader } from '../../../../kernel/db'
import { listPeriods } from '../../../../ledgers/accounting'
import { familyOf, type Family } from './families'
import { openingQueries } from '../opening-queries'
import { openingStore, type StoredOpening } from '../opening-store'
import { PARTS, type Part } from '../parts'
import { planAssets, type PlannedAsset } from './plan-assets'
import { planItems, type NewPartner, type PlannedItem } from './plan-items'
import { planStock, type PlannedStock } from './plan-stock'
import { proposeAccount, type OwnAccount, type OwnChart, type ProposedBy } from './propose-account'
import type { CellError } from '../tables/cells'
import { readAssets, readOpenItems, readStock } from '../tables/lists'
import { readTrialBalance, type BalanceRow } from '../tables/trial-balance'

export interface PlannedAccount extends BalanceRow {
  readonly account: OwnAccount | undefined
  readonly by: ProposedBy
}

export interface PartError extends CellError {
  readonly part: Part
}

/** An account that a list proves: what the trial balance says of it, and what the list adds up to. */
export interface ParityRow {
  readonly key:
    | 'balanced'
    | 'receivable'
    | 'payable'
    | 'advance-from-customer'
    | 'advance-to-supplier'
    | 'stock'
    | 'fixed-asset'
    | 'accumulated-depreciation'
  readonly account: OwnAccount | undefined
  /** Debit positive on accounts that stand in debit, credit positive on the others. */
  readonly balanceMinor: number
  readonly listedMinor: number
}

export interface OpeningPlan {
  /** The day before the books begin. */
  readonly opensOn: string
  readonly posted: StoredOpening | undefined
  readonly isFirstMonthClosed: boolean
  readonly tables: readonly { readonly part: Part; readonly fileName: string; readonly rows: number }[]
  readonly family: Family | undefined
  readonly own: OwnChart
  readonly accounts: readonly PlannedAccount[]
  readonly items: readonly PlannedItem[]
  readonly newPartners: readonly NewPartner[]
  readonly stock: readonly PlannedStock[]
  readonly assets: readonly PlannedAsset[]
  readonly newCategories: readonly string[]
  readonly parity: readonly ParityRow[]
  readonly errors: readonly PartError[]
}

/** Their lists are documents that an opening cannot bring; the words of the error say what to do instead. */
const DOCUMENTS_ONLY = ['goods-received-not-invoiced', 'notes-receivable', 'notes-payable'] as const

/** Everything that posting would do and everything that stands in its way; changes nothing. */
export function planOpening(reader: Reader): OpeningPlan {
  const decimals = currencyDecimalsOf(reader)
  const money = { decimals, own: companyProfile(reader).currency, inUse: new Set(currencyCodes(reader)) }
  const opensOn = openingDay(reader)
  const own = ownChart(reader)
  const kept = new Map(openingStore.tables(reader).map((table) => [table.part, table]))
  const rowsOf = (part: Part) => kept.get(part)?.rows
  const errors: PartError[] = []
  const take = <Rows>(part: Part, read: { rows: Rows; errors: readonly CellError[] }): Rows => {
    errors.push(...read.errors.map((error) => ({ ...error, part })))
    return read.rows
  }
  const table = rowsOf('trial-balance')
  const balances = table === undefined ? [] : take('trial-balance', readTrialBalance(table, money))
  const family = familyOf(balances, own.pack)
  const accounts = mapped(reader, own, family, balances)
  errors.push(...accountErrors(own, accounts))

  const itemTable = rowsOf('open-items')
  const stockTable = rowsOf('stock')
  const assetTable = rowsOf('assets')
  const items = planItems(
    reader,
    opensOn,
    itemTable === undefined ? [] : take('open-items', readOpenItems(itemTable, money)),
  )
  const stock = planStock(reader, stockTable === undefined ? [] : take('stock', readStock(stockTable, decimals)))
  const assets = planAssets(
    reader,
    opensOn,
    assetTable === undefined ? [] : take('assets', readAssets(assetTable, decimals)),
  )
  take('open-items', items)
  take('stock', stock)
  take('assets', assets)
  const parity = parityOf(own, accounts, { items: items.rows, stock: stock.rows, assets: assets.rows })
  return {
    opensOn,
    posted: openingStore.openings(reader).find(({ state }) => state === 'posted'),
    isFirstMonthClosed: listPeriods(reader).some(({ state }) => state === 'closed'),
    tables: PARTS.flatMap((part) => {
      const known = kept.get(part)
      if (known === undefined) return []
      const count = { 'trial-balance': balances, 'open-items': items.rows, stock: stock.rows, assets: assets.rows }[
        part
      ]
      return [{ part, fileName: known.fileName, rows: count.length }]
    }),
    family,
    own,
    accounts,
    items: items.rows,
    newPartners: items.newPartners,
    stock: stock.rows,
    assets: assets.rows,
    newCategories: assets.newCategories,
    parity: table === undefined ? [] : parity.filter((row) => isShown(row, assetTable !== undefined)),
    errors,
  }
}

/** The last day before the first month of the books; an opening that was taken back has opened a month before already. */
function openingDay(reader: Reader): string {
  const earlier = openingStore.openings(reader)[0]
  const [first] = listPeriods(reader)
  return earlier?.opensOn ?? addDays(first?.startsOn ?? '1970-01-01', -1)
}

function ownChart(reader: Reader): OwnChart {
  const rolesOf = new Map<number, string[]>()
  for (const { role, accountId } of openingQueries.roles(reader)) {
    rolesOf.set(accountId, [...(rolesOf.get(accountId) ?? []), role])
  }
  const accounts = openingQueries.accounts(reader).map((row): OwnAccount => ({
    ...row,
    isPostable: row.isPostable === 1,
    isActive: row.isActive === 1,
    roles: rolesOf.get(row.id) ?? [],
  }))
  const childrenOf = new Map<number, OwnAccount[]>()
  for (const account of accounts) {
    if (account.parentId === null) continue
    childrenOf.set(account.parentId, [...(childrenOf.get(account.parentId) ?? []), account])
  }
  return {
    pack: companyProfile(reader).pack,
    byCode: new Map(accounts.map((account) => [account.code, account])),
    byRole: new Map(accounts.flatMap((account) => account.roles.map((role) => [role, account] as const))),
    childrenOf,
  }
}

function mapped(
  reader: Reader,
  own: OwnChart,
  family: Family | undefined,
  balances: readonly BalanceRow[],
): PlannedAccount[] {
  const chosen = openingStore.mapping(reader)
  return balances.map((row) => {
    const code = chosen.get(row.code)
    if (code !== undefined) return { ...row, account: own.byCode.get(code), by: 'chosen' }
    return { ...row, ...proposeAccount(own, family, row) }
  })
}

function accountErrors(own: OwnChart, accounts: readonly PlannedAccount[]): PartError[] {
  const barred = new Set(DOCUMENTS_ONLY.map((role) => own.byRole.get(role)?.id))
  return accounts.flatMap(({ row, code, account, foreign }): PartError[] => {
    const error = (problem: string, value: string): PartError[] => [
      { part: 'trial-balance', row, column: 'code', code: problem, value },
    ]
    if (account === undefined) return error('accountMissing', code)
    if (!account.isPostable || !account.isActive) return error('accountTakesNothing', account.code)
    if (account.currency !== null && account.currency !== foreign.currency) {
      return [{ part: 'trial-balance', row, column: 'currency', code: 'foreignNeeded', value: account.currency }]
    }
    return barred.has(account.id) ? error('documentsOnly', account.code) : []
  })
}

interface Lists {
  readonly items: readonly PlannedItem[]
  readonly stock: readonly PlannedStock[]
  readonly assets: readonly PlannedAsset[]
}

function parityOf(own: OwnChart, accounts: readonly PlannedAccount[], lists: Lists): ParityRow[] {
  const sum = <Row>(rows: readonly Row[], amount: (row: Row) => number): number =>
    rows.reduce((total, row) => total + amount(row), 0)
  const balanceOf = (account: OwnAccount | undefined): number =>
    sum(accounts, (row) => (row.account?.id === account?.id ? row.debitMinor - row.creditMinor : 0))
  const listed = (kind: PlannedItem['kind']): number =>
    sum(lists.items, (item) => (item.kind === kind ? item.amountMinor : 0))
  const row = (key: Exclude<ParityRow['key'], 'balanced'>, side: 1 | -1, listedMinor: number): ParityRow => {
    const account = own.byRole.get(key)
    return { key, account, balanceMinor: 0 + side * balanceOf(account), listedMinor }
  }
  return [
    {
      key: 'balanced',
      account: undefined,
      balanceMinor: sum(accounts, ({ debitMinor }) => debitMinor),
      listedMinor: sum(accounts, ({ creditMinor }) => creditMinor),
    },
    row('receivable', 1, listed('receivable')),
    row('advance-to-supplier', 1, listed('advance-to-supplier')),
    row(
      'stock',
      1,
      sum(lists.stock, ({ valueMinor }) => valueMinor),
    ),
    row(
      'fixed-asset',
      1,
      sum(lists.assets, ({ costMinor }) => costMinor),
    ),
    row(
      'accumulated-depreciation',
      -1,
      sum(lists.assets, ({ accumulatedMinor }) => accumulatedMinor),
    ),
    row('payable', -1, listed('payable')),
    row('advance-from-customer', -1, listed('advance-from-customer')),
  ]
}

/** A company may keep its assets by voucher, without cards; what is nothing on both sides says nothing. */
function isShown(row: ParityRow, hasAssets: boolean): boolean {
  if (row.key === 'balanced') return true
  if (row.key === 'fixed-asset' || row.key === 'accumulated-depreciation') return hasAssets
  return row.balanceMinor !== 0 || row.listedMinor !== 0
}

export const isReady = (plan: OpeningPlan): boolean =>
  plan.posted === undefined &&
  !plan.isFirstMonthClosed &&
  plan.accounts.length > 0 &&
  plan.errors.length === 0 &&
  plan.parity.every(({ balanceMinor, listedMinor }) => balanceMinor === listedMinor)
