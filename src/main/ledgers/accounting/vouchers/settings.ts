import type { Reader, Tx } from '../../../kernel/db'
import { bookOf } from '../chart/book'
import { settingStore } from './setting-store'

interface VoucherSettings {
  /** A voucher by hand is posted only after somebody else than who prepared it has reviewed it. */
  readonly reviewRequired: boolean
}

export function isReviewRequired(reader: Reader): boolean {
  return settingStore.get(reader, 'reviewRequired') === 'true'
}

export function settingsOf(reader: Reader) {
  const { reversal, voucherTypes } = bookOf(reader).chart
  return { reviewRequired: isReviewRequired(reader), words: [...voucherTypes.words], reversal }
}

export function saveSettings(tx: Tx, { reviewRequired }: VoucherSettings): { done: true } {
  settingStore.set(tx, 'reviewRequired', String(reviewRequired))
  tx.announce({ kind: 'accounting.settingsChanged' })
  return { done: true }
}
