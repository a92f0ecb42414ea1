import type { Reader, Tx } from '../../../kernel/db'
import { idOfRole } from '../chart/accounts'
import { bookOf } from '../chart/book'
import { settingStore } from './setting-store'

interface VoucherSettings {
  /** A voucher by hand is posted only after somebody else than who prepared it has reviewed it. */
  readonly reviewRequired: boolean
  /** Share of the year's profit that is kept as statutory reserve, in micro. */
  readonly reserveMicro?: number | undefined
}

/** A tenth, as the law has it, until somebody says otherwise. */
const USUAL_RESERVE_MICRO = 100_000

export function reserveShareMicro(reader: Reader): number {
  return Number(settingStore.get(reader, 'reserveMicro') ?? USUAL_RESERVE_MICRO)
}

export function isReviewRequired(reader: Reader): boolean {
  return settingStore.get(reader, 'reviewRequired') === 'true'
}

export function settingsOf(reader: Reader) {
  const { reversal, voucherTypes } = bookOf(reader).chart
  return {
    reviewRequired: isReviewRequired(reader),
    words: [...voucherTypes.words],
    reversal,
    hasReserve: idOfRole(reader, 'statutory-reserve') !== idOfRole(reader, 'retained-earnings'),
    reserveMicro: reserveShareMicro(reader),
  }
}

export function saveSettings(tx: Tx, { reviewRequired, reserveMicro }: VoucherSettings): { done: true } {
  settingStore.set(tx, 'reviewRequired', String(reviewRequired))
  if (reserveMicro !== undefined) settingStore.set(tx, 'reserveMicro', String(reserveMicro))
  tx.announce({ kind: 'accounting.settingsChanged' })
  return { done: true }
}
