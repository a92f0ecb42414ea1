import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import type { EntryColumn, LookupItem } from '../../../ui'
import { foreignColumn, rateColumn, atItsRate } from './foreign-columns'
import {
  balancing,
  OWN_DIMENSIONS,
  type Account,
  type OwnDimension,
  type RateOf,
  type VoucherLine,
} from './voucher-lines'

type DimensionValue = Awaited<ReturnType<Engine['accounting']['listDimensions']>>['rows'][number]

/** How many an account lookup shows. */
const MOST = 12

/** Accounts by the beginning of their code, by words of their name, by pinyin or its initials: best first. */
export function findAccounts(accounts: readonly Account[], text: string): LookupItem[] {
  const wanted = text.trim().toLowerCase()
  const usable = accounts.filter((row) => row.isPostable && row.isActive && !row.isControlled)
  const rank = (row: Account): number => {
    if (row.code === wanted) return 0
    if (row.code.startsWith(wanted)) return 1
    if (row.name.toLowerCase().startsWith(wanted)) return 2
    const named = `${row.name} ${row.otherName}`.toLowerCase()
    if (named.includes(wanted)) return 3
    return row.search.split(' ').some((token) => token.startsWith(wanted)) ? 4 : 9
  }
  return usable
    .map((row) => ({ row, at: rank(row) }))
    .filter(({ at }) => at < 9)
    .toSorted((a, b) => a.at - b.at || (a.row.code < b.row.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ row }) => ({ key: row.code, code: row.code, name: row.name }))
}

async function findPartners(text: string, signal: AbortSignal): Promise<LookupItem[]> {
  const { rows } = await engine.parties.listPartners({ filter: text.trim(), limit: MOST, offset: 0 }, { signal })
  return rows.map((row) => ({ key: String(row.id), code: row.code, name: row.name }))
}

async function findItems(text: string, signal: AbortSignal): Promise<LookupItem[]> {
  const { rows } = await engine.items.listItems({ filter: text.trim(), limit: MOST, offset: 0 }, { signal })
  return rows.map((row) => ({ key: String(row.id), code: row.code, name: row.name }))
}

export interface VoucherColumnsInput {
  readonly accounts: readonly Account[]
  readonly dimensions: readonly DimensionValue[]
  readonly showsCashFlow: boolean
  readonly cashFlowItems: readonly string[]
  readonly rateOf: RateOf
}

/** The columns of a voucher: only those that this company's accounts and dimensions give a meaning. */
export function useVoucherColumns(input: VoucherColumnsInput): EntryColumn<VoucherLine>[] {
  const { accounts, dimensions, showsCashFlow, cashFlowItems, rateOf } = input
  const { t } = useTranslation()
  const counts = accounts.some(({ quantityUnit, requires }) => quantityUnit !== null || requires.includes('item'))
  const hasForeign = accounts.some(({ currency, isActive }) => currency !== null && isActive)
  return useMemo(() => {
    const own = OWN_DIMENSIONS.filter((dimension) => dimensions.some((value) => value.dimension === dimension))
    return [
      {
        key: 'memo',
        title: t('accounting.lineMemo'),
        kind: 'text',
        width: 150,
        read: (line) => line.memo,
        write: (line, value) => ({ ...line, memo: typeof value === 'string' ? value : '' }),
      },
      accountColumn(t('app.journal.account'), accounts, rateOf),
      partnerColumn(t('accounting.partner')),
      ...own.map((dimension) => dimensionColumn(t(`accounting.dimensions.${dimension}`), dimension, dimensions)),
      ...(counts ? [itemColumn(t('accounting.item')), quantityColumn(t('accounting.quantity'))] : []),
      ...(showsCashFlow
        ? [cashFlowColumn(t('accounting.cashFlowItem'), cashFlowItems, (item) => t(`accounting.cashFlow.${item}`))]
        : []),
      ...(hasForeign ? [foreignColumn(t('currencies.amount'), rateOf), rateColumn(t('currencies.rate'), rateOf)] : []),
      amountColumn(t('app.journal.debit'), 'debitMinor', rateOf),
      amountColumn(t('app.journal.credit'), 'creditMinor', rateOf),
    ]
  }, [t, accounts, dimensions, counts, showsCashFlow, cashFlowItems, hasForeign, rateOf])
}

type Column = EntryColumn<VoucherLine>

function accountColumn(title: string, accounts: readonly Account[], rateOf: RateOf): Column {
  /** A line of another currency begins anew with the rate of the day. */
  const inItsCurrency = (line: VoucherLine, code: string): VoucherLine => {
    const currency = accounts.find((account) => account.code === code)?.currency ?? undefined
    if (currency === line.currency) return line
    const rateMicro = currency === undefined ? undefined : rateOf(currency)?.rateMicro
    return { ...line, currency, foreignMinor: undefined, rateMicro }
  }
  return {
    key: 'account',
    title,
    kind: 'lookup',
    read: (line) => line.accountText,
    lookup: {
      search: async (text) => findAccounts(accounts, text),
      choose: (line, item) =>
        inItsCurrency({ ...line, accountCode: item.key, accountText: `${item.code} ${item.name}` }, item.key),
      clear: (line) => inItsCurrency({ ...line, accountCode: undefined, accountText: '' }, ''),
      copy: (from, to) =>
        inItsCurrency({ ...to, accountCode: from.accountCode, accountText: from.accountText }, from.accountCode ?? ''),
    },
  }
}

function partnerColumn(title: string): Column {
  return {
    key: 'partner',
    title,
    kind: 'lookup',
    read: (line) => line.partnerText,
    lookup: {
      search: findPartners,
      choose: (line, item) => ({ ...line, partnerId: Number(item.key), partnerText: `${item.code} ${item.name}` }),
      clear: (line) => ({ ...line, partnerId: undefined, partnerText: '' }),
      copy: (from, to) => ({ ...to, partnerId: from.partnerId, partnerText: from.partnerText }),
    },
  }
}

function itemColumn(title: string): Column {
  return {
    key: 'item',
    title,
    kind: 'lookup',
    width: 130,
    read: (line) => line.itemText,
    lookup: {
      search: findItems,
      choose: (line, item) => ({ ...line, itemId: Number(item.key), itemText: `${item.code} ${item.name}` }),
      clear: (line) => ({ ...line, itemId: undefined, itemText: '' }),
      copy: (from, to) => ({ ...to, itemId: from.itemId, itemText: from.itemText }),
    },
  }
}

function quantityColumn(title: string): Column {
  return {
    key: 'quantityMicro',
    title,
    kind: 'quantity',
    width: 90,
    read: (line) => line.quantityMicro,
    write: (line, value) => ({ ...line, quantityMicro: typeof value === 'number' ? value : undefined }),
  }
}

function dimensionColumn(title: string, dimension: OwnDimension, values: readonly DimensionValue[]): Column {
  const own = values.filter((value) => value.dimension === dimension)
  const textOf = (id: number | undefined): string => {
    const value = own.find((one) => one.id === id)
    return value === undefined ? '' : `${value.code} ${value.name}`
  }
  const set = (line: VoucherLine, id: number | undefined): VoucherLine => {
    const { [dimension]: _before, ...rest } = line.dimensionIds
    return { ...line, dimensionIds: id === undefined ? rest : { ...rest, [dimension]: id } }
  }
  return {
    key: dimension,
    title,
    kind: 'lookup',
    width: 120,
    read: (line) => textOf(line.dimensionIds[dimension]),
    lookup: {
      search: async (text) =>
        own
          .filter(
            ({ isActive, code, name }) => isActive && `${code} ${name}`.toLowerCase().includes(text.toLowerCase()),
          )
          .slice(0, MOST)
          .map(({ id, code, name }) => ({ key: String(id), code, name })),
      choose: (line, item) => set(line, Number(item.key)),
      clear: (line) => set(line, undefined),
      copy: (from, to) => set(to, from.dimensionIds[dimension]),
    },
  }
}

function cashFlowColumn(title: string, items: readonly string[], textOf: (item: string) => string): Column {
  const as = (item: string | undefined) => item as VoucherLine['cashFlowItem']
  return {
    key: 'cashFlowItem',
    title,
    kind: 'lookup',
    width: 170,
    read: (line) => (line.cashFlowItem === undefined ? '' : textOf(line.cashFlowItem)),
    lookup: {
      search: async (text) =>
        items
          .map((item, at) => ({ key: item, code: String(at + 1), name: textOf(item) }))
          .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(text.toLowerCase())),
      choose: (line, item) => ({ ...line, cashFlowItem: as(item.key) }),
      clear: (line) => ({ ...line, cashFlowItem: undefined }),
      copy: (from, to) => ({ ...to, cashFlowItem: from.cashFlowItem }),
    },
  }
}

/** A line has one side: an amount typed on one empties the other. `=` writes what is missing, `*` the foreign amount at its rate. */
function amountColumn(title: string, side: 'debitMinor' | 'creditMinor', rateOf: RateOf): Column {
  const other = side === 'debitMinor' ? 'creditMinor' : 'debitMinor'
  return {
    key: side,
    title,
    kind: 'money',
    read: (line) => line[side],
    write: (line, value) =>
      typeof value === 'number'
        ? { ...line, [side]: value === 0 ? undefined : value, [other]: undefined }
        : { ...line, [side]: undefined },
    meaning: (text, line, lines) =>
      text === '=' || text === '＝'
        ? balancing(lines, line, side)
        : text === '*' || text === '×'
          ? atItsRate(line, rateOf)
          : undefined,
  }
}
