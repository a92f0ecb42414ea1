import { addDays } from './date'
import { multiplyDivide } from './integers'

/** 2/10: a share off for whoever pays within days of the invoice. */
export interface CashDiscountTerms {
  /** 2 % = 20000; 0: none */
  readonly cashDiscountMicro: number
  readonly cashDiscountDays: number
}

/** The last day on which an invoice is paid with the discount; undefined without terms. */
export function discountUntil(terms: CashDiscountTerms, invoicedOn: string): string | undefined {
  return terms.cashDiscountMicro === 0 ? undefined : addDays(invoicedOn, terms.cashDiscountDays)
}

/** What need not be paid of what is open of an invoice on a day; credit notes have none. */
export function cashDiscountMinor(
  terms: CashDiscountTerms,
  item: { readonly postedOn: string; readonly openMinor: number },
  paidOn: string,
): number {
  const until = discountUntil(terms, item.postedOn)
  if (until === undefined || paidOn > until || item.openMinor <= 0) return 0
  return multiplyDivide(item.openMinor, terms.cashDiscountMicro, 1_000_000)
}
