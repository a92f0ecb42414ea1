import { unitCostMicro } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { stockOf } from '../../../ledgers/inventory'
import { lastPriceMicro } from './order-queries'

/** What a line may sell now and for how much. */
export function lineAdvice(
  reader: Reader,
  input: { itemId: number; warehouseId: number; customerId?: number | undefined },
) {
  const item = requireItem(reader, input.itemId)
  const { onHandMicro, reservedMicro, freeMicro, valueMinor } = stockOf(reader, input.warehouseId, item.id)
  return {
    onHandMicro,
    reservedMicro,
    freeMicro,
    priceMicro: item.salesPriceMicro,
    lastPriceMicro: input.customerId === undefined ? null : lastPriceMicro(reader, item.id, input.customerId),
    unitCostMicro: onHandMicro === 0 ? null : unitCostMicro(valueMinor, onHandMicro, currencyDecimalsOf(reader)),
  }
}
