import { z } from 'zod'
import { binRef, date, id, itemRef, quantityMicro } from '../fields'
import { command, query } from '../procedure'

const tasksMade = z.object({ tasks: z.int() })
const orderIds = z.array(id).max(5000).default([])

/** What should be moved inside the house, and why: each is a proposal that becomes tasks when somebody approves it. */
export const proposals = {
  /** Pick faces below their minimum, or with less than the orders want (those named, or all that wait). */
  listReplenishments: query(
    'warehouse.read',
    { warehouseId: id, orderIds },
    z.object({
      rows: z.array(
        z.object({
          item: itemRef,
          bin: binRef,
          reason: z.enum(['minimum', 'demand']),
          minimumMicro: quantityMicro,
          maximumMicro: quantityMicro,
          freeMicro: quantityMicro,
          comingMicro: quantityMicro,
          demandMicro: quantityMicro,
          quantityMicro,
          /** what the reserve does not have */
          missingMicro: quantityMicro,
          sources: z.array(z.object({ bin: binRef, quantityMicro })),
        }),
      ),
    }),
  ),
  planReplenishment: command(
    'warehouse.work',
    {
      warehouseId: id,
      orderIds,
      /** empty: all of them */
      itemIds: z.array(id).max(5000).default([]),
    },
    tasksMade,
  ),
  /** Small remains that fit into a fuller bin of the same goods. */
  listConsolidations: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(z.object({ item: itemRef, lotId: z.int(), fromBin: binRef, toBin: binRef, quantityMicro })),
    }),
  ),
  planConsolidation: command(
    'warehouse.work',
    { warehouseId: id, fromBinIds: z.array(id).min(1).max(2000) },
    tasksMade,
  ),
  /** Goods that would save walking in another bin: what the walks of the last days would have been. */
  listSlotting: query(
    'warehouse.read',
    { warehouseId: id, today: date, days: z.int().min(1).max(365).default(30) },
    z.object({
      /** all walks, per month, as they are now */
      walkedMillimetres: z.int(),
      walks: z.int(),
      rows: z.array(
        z.object({
          item: itemRef,
          fromBin: binRef,
          toBin: binRef,
          picks: z.int(),
          quantityMicro,
          /** what lies in the other bin and comes back in exchange; null: that bin is empty */
          swaps: itemRef.nullable(),
          /** per month */
          savedMillimetres: z.int(),
        }),
      ),
    }),
    { heavy: true },
  ),
  planSlotting: command(
    'warehouse.manage',
    {
      warehouseId: id,
      moves: z
        .array(z.strictObject({ itemId: id, fromBinId: id, toBinId: id, swapsItemId: id.optional() }))
        .min(1)
        .max(100),
    },
    tasksMade,
  ),
}
