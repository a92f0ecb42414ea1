import { companyProfile } from '../../foundation/company'
import type { Reader, Tx } from '../../kernel/db'
import { taxStore } from './tax-store'
import type { RateKind } from './tables'

export const RATE_KINDS = ['construction', 'education', 'local-education', 'income'] as const

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
