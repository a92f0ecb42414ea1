import type { Reader } from '../../../kernel/db'
import { requireCarton } from './cartons'
import { addresseeOf } from './packing-queries'

/** What stands on a carton's label. */
export function cartonFacts(reader: Reader, cartonId: number) {
  const carton = requireCarton(reader, cartonId)
  const { orderNumber, id: customerId } = addresseeOf(reader, carton.source_id)
  const { code, number, weighed_grams, expected_grams } = carton
  return { code, number, orderNumber, customerId, weightGrams: weighed_grams ?? expected_grams }
}
