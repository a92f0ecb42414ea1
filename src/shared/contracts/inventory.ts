import { z } from 'zod'
import { binRef, costMinor, id, itemRef, listInput, listOf, lotRef, quantityMicro } from './fields'
import { query } from './procedure'

export const stockStatus = z.enum(['available', 'quarantine', 'damaged', 'in-transit'])

export const inventory = {
  /** Per item and warehouse: on hand, reserved, free, value. */
  listStock: query(
    'inventory.read',
    { ...listInput, warehouseId: id.optional() },
    listOf(
      z.object({
        item: itemRef,
        category: z.string(),
        warehouseId: id,
        onHandMicro: quantityMicro,
        availableMicro: quantityMicro,
        reservedMicro: quantityMicro,
        freeMicro: quantityMicro,
        valueMinor: costMinor(),
      }),
      { valueMinor: costMinor() },
    ),
    { heavy: true },
  ),
  /** One item: where it lies (bin, lot, status) and what is reserved by whom. */
  itemStock: query(
    'inventory.read',
    { itemId: id },
    z.object({
      onHandMicro: quantityMicro,
      reservedMicro: quantityMicro,
      freeMicro: quantityMicro,
      valueMinor: costMinor(),
      balances: z.array(
        z.object({
          bin: binRef,
          lot: lotRef.nullable(),
          status: stockStatus,
          quantityMicro,
          allocatedMicro: quantityMicro,
        }),
      ),
      reservations: z.array(
        z.object({ sourceKind: z.string(), sourceId: id, number: z.string().nullable(), openMicro: quantityMicro }),
      ),
    }),
  ),
  listMovements: query(
    'inventory.read',
    { ...listInput, itemId: id.optional(), sourceKind: z.string().optional(), sourceId: id.optional() },
    listOf(
      z.object({
        id,
        postedOn: z.string(),
        postedAt: z.string(),
        item: itemRef,
        lot: lotRef.nullable(),
        fromBin: binRef.nullable(),
        toBin: binRef.nullable(),
        quantityMicro,
        valueMinor: costMinor(),
        sourceKind: z.string(),
        sourceId: id,
      }),
    ),
    { heavy: true },
  ),
  /** Lots by expiry, soonest first, that are still on hand. */
  listExpiring: query(
    'inventory.read',
    { ...listInput, before: z.string() },
    listOf(z.object({ item: itemRef, lot: lotRef, quantityMicro, valueMinor: costMinor(), daysLeft: z.int() }), {
      valueMinor: costMinor(),
    }),
    { heavy: true },
  ),
}
