import { multiplyDivide } from '../../../../shared/values/integers'
import { lineAmountMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { stockOf } from '../../../ledgers/inventory'

/** What goods that turn up are worth: the present average, or the usual purchase price where none is on hand. */
export function presentValueMinor(reader: Reader, warehouseId: number, itemId: number, quantityMicro: number): number {
  const { ownMicro, valueMinor } = stockOf(reader, warehouseId, itemId)
  if (ownMicro > 0) return multiplyDivide(valueMinor, quantityMicro, ownMicro)
  return lineAmountMinor(quantityMicro, requireItem(reader, itemId).purchasePriceMicro, currencyDecimalsOf(reader))
}
