import { toBaseMinor } from '../../../../shared/values/exchange/rate'
import type { EntryColumn } from '../../../ui'
import type { RateOf, VoucherLine } from './voucher-lines'

type Column = EntryColumn<VoucherLine>

/** What the foreign amount of a line is in the currency of the books; undefined where it or the rate is missing. */
export function atItsRate(line: VoucherLine, rateOf: RateOf): number | undefined {
  const { currency, foreignMinor, rateMicro } = line
  const rate = currency === undefined ? undefined : rateOf(currency)
  if (rate === undefined || foreignMinor === undefined || rateMicro === undefined) return undefined
  return toBaseMinor(foreignMinor, { ...rate, rateMicro }, rate.base)
}

/** The amount of the books follows, on the side that the line has; a new line begins on the debit side. */
function followed(line: VoucherLine, rateOf: RateOf): VoucherLine {
  const base = atItsRate(line, rateOf)
  if (base === undefined) return line
  const side = line.creditMinor === undefined ? 'debitMinor' : 'creditMinor'
  return { ...line, [side]: base === 0 ? undefined : base }
}

const isForeign = (line: VoucherLine): boolean => line.currency !== undefined

export function foreignColumn(title: string, rateOf: RateOf): Column {
  return {
    key: 'foreignMinor',
    title,
    kind: 'money',
    currencyOf: (line) => line.currency,
    isEditable: isForeign,
    read: (line) => line.foreignMinor,
    write: (line, value) => followed({ ...line, foreignMinor: typeof value === 'number' ? value : undefined }, rateOf),
  }
}

export function rateColumn(title: string, rateOf: RateOf): Column {
  return {
    key: 'rateMicro',
    title,
    kind: 'price',
    width: 96,
    isEditable: isForeign,
    read: (line) => line.rateMicro,
    write: (line, value) =>
      followed({ ...line, rateMicro: typeof value === 'number' && value > 0 ? value : undefined }, rateOf),
  }
}
