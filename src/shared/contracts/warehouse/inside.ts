import { z } from 'zod'
import {
  binRef,
  code,
  costMinor,
  date,
  done,
  id,
  itemRef,
  lotRef,
  name,
  partnerRef,
  positiveQuantityMicro,
  quantityMicro,
  scan,
} from '../fields'
import { command, query } from '../procedure'
import { stepAnswer, task } from './tasks'

export const inside = {
  /** Moves that are planned: a recalled lot to quarantine. */
  listMoves: query(
    'warehouse.read',
    { warehouseId: id, limit: z.int().min(1).max(500).default(100) },
    z.object({ tasks: z.array(task), total: z.int() }),
  ),
  /** A planned move: bin, goods and bin as scanned; a wrong scan is refused and says what was expected. */
  confirmMove: command(
    'warehouse.work',
    {
      taskId: id,
      fromBinScan: scan,
      itemScan: scan,
      toBinScan: scan,
      quantityMicro: positiveQuantityMicro.optional(),
    },
    stepAnswer,
  ),
  cancelMove: command('warehouse.manage', { taskId: id }, done),

  /** A lot is held everywhere at once: picks of it are given up, nothing of it is packed, shipped or promised. */
  holdLot: command(
    'warehouse.manage',
    { itemId: id, lotCode: code, reason: name },
    z.object({
      lotId: id,
      /** now in quarantine */
      heldMicro: quantityMicro,
      /** held, but still promised to orders: goes into quarantine when it is held again after they are settled */
      promisedMicro: quantityMicro,
      picksGivenUp: z.int(),
    }),
  ),
  /** The lot is right: its stock in quarantine is available again. */
  releaseLot: command('warehouse.manage', { lotId: id }, z.object({ releasedMicro: quantityMicro })),
  /** Tasks that bring what is in quarantine of a held lot to the quarantine place. */
  recallLot: command('warehouse.manage', { lotId: id }, z.object({ tasks: z.int() })),
  listHeldLots: query(
    'warehouse.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          lot: lotRef,
          item: itemRef,
          reason: z.string(),
          heldAt: z.string(),
          onHandMicro: quantityMicro,
          shippedMicro: quantityMicro,
          customers: z.int(),
        }),
      ),
    }),
  ),
  /** Where a lot lies and who got of it. */
  traceLot: query(
    'warehouse.read',
    { lotId: id },
    z.object({
      item: itemRef,
      lot: lotRef,
      held: z.boolean(),
      places: z.array(z.object({ bin: binRef, status: z.string(), quantityMicro })),
      customers: z.array(
        z.object({
          customer: partnerRef,
          orderId: id,
          orderNumber: z.string(),
          pickedMicro: quantityMicro,
          shippedMicro: quantityMicro,
        }),
      ),
    }),
  ),

  /** Bins that should be counted: to be recounted, empty by the books, or due by the class of what lies there. */
  listCountsDue: query(
    'warehouse.read',
    {
      warehouseId: id,
      today: date,
      limit: z.int().min(1).max(500).default(200),
      zoneId: id.optional(),
      abcClass: z.enum(['A', 'B', 'C']).optional(),
      /** those that are not due as well */
      isAll: z.boolean().default(false),
    },
    z.object({
      rows: z.array(
        z.object({
          bin: binRef,
          reason: z.enum(['recount', 'cycle', 'none']),
          /** by picks of the last 90 days: A every month, B every quarter, C every year */
          abcClass: z.enum(['A', 'B', 'C']),
          lastCountedOn: z.string().nullable(),
        }),
      ),
      total: z.int(),
    }),
  ),
  /** By month: counted lines, looks into bins that should be empty, how many were as the books said, what was off. */
  countAccuracy: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          month: z.string(),
          lines: z.int(),
          rightLines: z.int(),
          looks: z.int(),
          rightLooks: z.int(),
          valueMinor: costMinor(),
        }),
      ),
    }),
  ),
  countSettings: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      recountPermille: z.int().nullable(),
      approvalMinor: z.int().nullable(),
      /** whoever takes the last piece by the books is asked whether the bin is empty */
      asksWhenEmptied: z.boolean(),
    }),
  ),
  saveCountSettings: command(
    'warehouse.manage',
    {
      warehouseId: id,
      recountPermille: z.int().min(0).max(100_000).nullable(),
      approvalMinor: z.int().min(0).nullable(),
      asksWhenEmptied: z.boolean().default(false),
    },
    done,
  ),
}
