import { companyProfile } from '../../foundation/company'
import type { Reader, Tx } from '../../kernel/db'
import { taxStore } from './tax-store'
import type { RateKind } from './tables'

export const RATE_KINDS = ['construction', 'education', 'local-education', 'income', 'stamp'] as const

/**
 * Where nobody has said otherwise, for the Chinese pack: 7 % in a city (城市维护建设税法 第四条), 3 % and 2 % on the VAT,
 * and 5 % of the profit, which is what small low-profit companies pay until the end of 2027 (财政部 税务总局公告 2023年第12号).
 * Elsewhere nothing: the company sets its own.
 */
const CHINESE: Readonly<Record<RateKind, number>> = {
  construction: 70_000,
  education: 30_000,
  'local-education': 20_000,
  income: 50_000,
  // 0.3 ‰ on sales and purchases by law, but many small companies book it when they pay: from the day it is set.
  stamp: 0,
}

export function rateMicro(reader: Reader, kind: RateKind, on: string): number {
  return taxStore.rateOn(reader, kind, on) ?? (companyProfile(reader).pack === 'cn-sbe' ? CHINESE[kind] : 0)
}

export function listRates(reader: Reader, on: string) {
  return RATE_KINDS.map((kind) => ({
    kind,
    rateMicro: rateMicro(reader, kind, on),
    isOwn: taxStore.rateOn(reader, kind, on) !== undefined,
  }))
}

export function setRate(tx: Tx, rate: { kind: RateKind; validFrom: string; rateMicro: number }): { done: true } {
  taxStore.setRate(tx, rate)
  tx.announce({ kind: 'tax.rateChanged' })
  return { done: true }
}

/**
 * Sales of a quarter up to which a small-scale taxpayer owes no VAT, in yuan, by the day from which they hold
 * (财税〔2019〕13号, 2021年第11号, 2023年第1号 and 第19号). The company's own figure goes before these.
 */
const QUARTER_THRESHOLDS = [
  { validFrom: '2023-01-01', quarterMinor: 30_000_000 },
  { validFrom: '2021-04-01', quarterMinor: 45_000_000 },
  { validFrom: '2019-01-01', quarterMinor: 30_000_000 },
  { validFrom: '1900-01-01', quarterMinor: 9_000_000 },
] as const

export function thresholdMinor(reader: Reader, on: string): number {
  const own = taxStore.thresholdOn(reader, on)
  if (own !== undefined) return own
  if (companyProfile(reader).pack !== 'cn-sbe') return 0
  return QUARTER_THRESHOLDS.find(({ validFrom }) => validFrom <= on)?.quarterMinor ?? 0
}

export function setThreshold(tx: Tx, threshold: { validFrom: string; quarterMinor: number }): { done: true } {
  taxStore.setThreshold(tx, threshold)
  tx.announce({ kind: 'tax.rateChanged' })
  return { done: true }
}
