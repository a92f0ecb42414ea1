import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import { bookOf, forgetBook, rateOf } from './book'
import { bookStore } from './book-store'
import type { Role } from './chart'
import type { TaxpayerKind } from '../tables'

export interface Taxpayer {
  readonly validFrom: BusinessDate
  readonly kind: TaxpayerKind
  /** Input tax waits until its invoice is certified (待认证进项税额). */
  readonly certifiesInput: boolean
}

const FROM_THE_FIRST: Taxpayer = { validFrom: '1900-01-01', kind: 'general', certifiesInput: false }

/** Newest first; the last one is what every company begins with. */
export function listTaxpayers(reader: Reader): Taxpayer[] {
  return [...bookOf(reader).taxpayers, FROM_THE_FIRST]
}

export function taxpayerOn(reader: Reader, on: BusinessDate): Taxpayer {
  return listTaxpayers(reader).find(({ validFrom }) => validFrom <= on) ?? FROM_THE_FIRST
}

export function setTaxpayer(tx: Tx, taxpayer: Taxpayer): void {
  bookStore.setTaxpayer(tx, taxpayer)
  tx.announce({ kind: 'accounting.taxpayerChanged' })
  forgetBook(tx)
}

/** 征收率: the one rate of a small-scale taxpayer, whatever is sold; what is free of tax stays free. */
const COLLECTION = 'collection'

/** The dated rate, in micro, at which the company sells what has a tax code (13 % = 130000). */
export function taxRateMicro(reader: Reader, taxCode: string, on: BusinessDate): number {
  const rateMicro = suppliersTaxRateMicro(reader, taxCode, on)
  return taxpayerOn(reader, on).kind === 'small-scale' && rateMicro !== 0 ? rateOf(reader, COLLECTION, on) : rateMicro
}

/** The dated rate at which others sell it to the company. */
export function suppliersTaxRateMicro(reader: Reader, taxCode: string, on: BusinessDate): number {
  return rateOf(reader, taxCode, on)
}

/** The rates of every code on a day; codes without a rate yet are left out. */
export function taxRatesOn(reader: Reader, { on, side }: { on: BusinessDate; side: 'output' | 'input' }) {
  const rateFor = side === 'output' ? taxRateMicro : suppliersTaxRateMicro
  return [...bookOf(reader).taxRates].flatMap(([taxCode, rates]) =>
    taxCode === COLLECTION || !rates.some(({ validFrom }) => validFrom <= on)
      ? []
      : [{ taxCode, rateMicro: rateFor(reader, taxCode, on) }],
  )
}

/** Where the tax of what is bought goes: deducted, waiting to be certified, or (null) no tax of one's own but cost. */
export function inputTaxRole(reader: Reader, on: BusinessDate): (Role & ('input-tax' | 'input-tax-pending')) | null {
  const { kind, certifiesInput } = taxpayerOn(reader, on)
  return kind === 'small-scale' ? null : certifiesInput ? 'input-tax-pending' : 'input-tax'
}
