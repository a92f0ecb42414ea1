import { impliedRateMicro } from '../../../../shared/values/exchange/rate'
import type { DayRate } from '../../../app/currencies/day-rates'
import type { Engine } from '../../../app/engine'

type DraftLine = Awaited<ReturnType<Engine['accounting']['getDraft']>>['lines'][number]
export type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

export const OWN_DIMENSIONS = ['department', 'project', 'person'] as const
export type OwnDimension = (typeof OWN_DIMENSIONS)[number]

/** A line as it is typed. Texts are what its lookups show. */
export interface VoucherLine {
  readonly key: string
  readonly memo: string
  readonly accountCode: string | undefined
  readonly accountText: string
  readonly partnerId: number | undefined
  readonly partnerText: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly quantityMicro: number | undefined
  readonly dimensionIds: Readonly<Partial<Record<OwnDimension, number>>>
  readonly cashFlowItem: DraftLine['cashFlowItem']
  readonly debitMinor: number | undefined
  readonly creditMinor: number | undefined
  /** Of an account in a foreign currency: the amount in it on the side that the line has, and the rate. */
  readonly currency: string | undefined
  readonly foreignMinor: number | undefined
  readonly rateMicro: number | undefined
}

/** The rate of a currency on the voucher's day, with how it is quoted; undefined where there is none yet. */
export type RateOf = (currency: string) => DayRate | undefined

let lastKey = 0
export function newVoucherLine(): VoucherLine {
  lastKey += 1
  return {
    key: `voucher-${String(lastKey)}`,
    memo: '',
    accountCode: undefined,
    accountText: '',
    partnerId: undefined,
    partnerText: '',
    itemId: undefined,
    itemText: '',
    quantityMicro: undefined,
    dimensionIds: {},
    cashFlowItem: undefined,
    debitMinor: undefined,
    creditMinor: undefined,
    currency: undefined,
    foreignMinor: undefined,
    rateMicro: undefined,
  }
}

export const sumOf = (lines: readonly VoucherLine[], side: 'debitMinor' | 'creditMinor'): number =>
  lines.reduce((total, line) => total + (line[side] ?? 0), 0)

/** What a line must carry so that both sides agree, on the side it is typed; undefined where they do already. */
export function balancing(
  lines: readonly VoucherLine[],
  own: VoucherLine,
  side: 'debitMinor' | 'creditMinor',
): number | undefined {
  const others = lines.filter(({ key }) => key !== own.key)
  const difference = sumOf(others, 'creditMinor') - sumOf(others, 'debitMinor')
  const amount = side === 'debitMinor' ? difference : 0 - difference
  return amount === 0 ? undefined : amount
}

/** The lines as the engine takes them; what is wholly empty is left out. */
export function linesToKeep(lines: readonly VoucherLine[]): DraftLine[] {
  return lines.flatMap((line) => {
    const isEmpty = line.accountCode === undefined && line.debitMinor === undefined && line.creditMinor === undefined
    const { currency, foreignMinor } = line
    const signed = foreignMinor === undefined || line.creditMinor === undefined ? foreignMinor : 0 - foreignMinor
    if (isEmpty) return []
    return [
      {
        accountCode: line.accountCode ?? '',
        debitMinor: line.debitMinor ?? 0,
        creditMinor: line.creditMinor ?? 0,
        ...(currency === undefined || signed === undefined ? {} : { currency, foreignMinor: signed }),
        ...(line.memo === '' ? {} : { memo: line.memo }),
        ...(line.partnerId === undefined ? {} : { partnerId: line.partnerId }),
        ...(line.itemId === undefined ? {} : { itemId: line.itemId }),
        ...(line.quantityMicro === undefined ? {} : { quantityMicro: line.quantityMicro }),
        ...Object.fromEntries(
          Object.entries(line.dimensionIds).map(([dimension, id]) => [`${dimension}Id`, id] as const),
        ),
        ...(line.cashFlowItem === undefined ? {} : { cashFlowItem: line.cashFlowItem }),
      },
    ]
  })
}

interface StoredLine {
  readonly accountCode: string
  readonly memo?: string | null | undefined
  readonly debitMinor: number
  readonly creditMinor: number
  readonly foreignMinor?: number | null | undefined
  readonly partnerId?: number | null | undefined
  readonly partnerName?: string | null | undefined
  readonly itemId?: number | null | undefined
  readonly itemName?: string | null | undefined
  readonly quantityMicro?: number | null | undefined
  readonly departmentId?: number | null | undefined
  readonly projectId?: number | null | undefined
  readonly personId?: number | null | undefined
  readonly cashFlowItem?: string | null | undefined
}

export interface Names {
  readonly accounts: ReadonlyMap<string, Account>
  readonly partners: ReadonlyMap<number, string>
  readonly items: ReadonlyMap<number, string>
  readonly rateOf: RateOf
}

/** Lines that were kept, posted or written into a template, to be typed on. */
export function linesToType(stored: readonly StoredLine[], names: Names): VoucherLine[] {
  return stored.map((line) => {
    const account = names.accounts.get(line.accountCode)
    const dimensionIds = Object.fromEntries(
      OWN_DIMENSIONS.flatMap((dimension) => {
        const id = line[`${dimension}Id`]
        return id === null || id === undefined ? [] : [[dimension, id] as const]
      }),
    )
    return {
      ...newVoucherLine(),
      memo: line.memo ?? '',
      accountCode: line.accountCode === '' ? undefined : line.accountCode,
      accountText: account === undefined ? line.accountCode : `${account.code} ${account.name}`,
      partnerId: line.partnerId ?? undefined,
      partnerText: line.partnerName ?? names.partners.get(line.partnerId ?? 0) ?? '',
      itemId: line.itemId ?? undefined,
      itemText: line.itemName ?? names.items.get(line.itemId ?? 0) ?? '',
      quantityMicro: line.quantityMicro ?? undefined,
      dimensionIds,
      cashFlowItem: (line.cashFlowItem ?? undefined) as VoucherLine['cashFlowItem'],
      ...foreignOf(line, account?.currency ?? null, names.rateOf),
      debitMinor: line.debitMinor === 0 ? undefined : line.debitMinor,
      creditMinor: line.creditMinor === 0 ? undefined : line.creditMinor,
    }
  })
}

/** What a stored line is in its account's currency: the amount on its side, and the rate that it was entered at. */
function foreignOf(line: StoredLine, currency: string | null, rateOf: RateOf) {
  if (currency === null) return {}
  const { foreignMinor } = line
  if (foreignMinor === null || foreignMinor === undefined) return { currency }
  const rate = rateOf(currency)
  const base = line.debitMinor - line.creditMinor
  return {
    currency,
    foreignMinor: line.creditMinor === 0 ? foreignMinor : 0 - foreignMinor,
    rateMicro:
      rate === undefined || foreignMinor === 0 || base === 0
        ? rate?.rateMicro
        : impliedRateMicro(foreignMinor, base, rate, rate.base),
  }
}
