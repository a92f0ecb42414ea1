import { currencyDecimals } from '../../../../../shared/values/money'
import { readAmount } from './cells'

/** What a row says in a currency that is not the books' own. */
export interface ForeignCells {
  /** Empty: in the books' own. */
  readonly currency: string
  /** In the row's direction: of a receivable, a payable or a balance on its side above zero. */
  readonly foreignMinor: number
}

export const FOREIGN_TITLES = {
  currency: ['币种', '币别', '外币', 'currency', 'ccy'],
  foreign: [
    '原币金额',
    '原币余额',
    '外币金额',
    '外币余额',
    '期末原币余额',
    'foreign amount',
    'amount in currency',
    'currency amount',
  ],
} as const

type Fail = (column: 'currency' | 'foreign', code: string, value: string) => void

/** `own` is the books' currency, which many programs print on every row; `inUse` are the others that are known here. */
export function readForeign(
  cells: { readonly currency: string; readonly foreign: string },
  { own, inUse }: { readonly own: string; readonly inUse: ReadonlySet<string> },
  fail: Fail,
): ForeignCells {
  const currency = cells.currency.trim().toUpperCase()
  if (currency === '' || currency === own) return { currency: '', foreignMinor: 0 }
  if (!inUse.has(currency)) {
    fail('currency', 'currencyUnknown', cells.currency)
    return { currency: '', foreignMinor: 0 }
  }
  const foreignMinor = cells.foreign === '' ? undefined : readAmount(cells.foreign, currencyDecimals(currency))
  if (foreignMinor === undefined) fail('foreign', cells.foreign === '' ? 'missing' : 'amount', cells.foreign)
  return { currency, foreignMinor: foreignMinor ?? 0 }
}
