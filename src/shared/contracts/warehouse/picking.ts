import { z } from 'zod'
import { done, id, pieces, positiveQuantityMicro, quantityMicro, scan } from '../fields'
import { command, query } from '../procedure'
import { stepAnswer, task } from './tasks'

export const picks = {
  /** All picks of a batch in walking order. Taking it assigns it to the clerk; another may take it over. */
  takeBatch: command(
    'warehouse.work',
    { batchId: id },
    z.object({
      tasks: z.array(task),
      picking: z.enum(['order', 'batch', 'cluster', 'zone']),
      /** slots of the cart and the totes that stand there; only where a cart is picked into totes */
      totes: z.array(z.object({ slot: z.int(), code: z.string().nullable() })),
    }),
  ),
  /** A tote is put at a slot of the cart. */
  bindTote: command(
    'warehouse.work',
    { batchId: id, slot: z.int().positive(), toteScan: scan },
    z.object({ code: z.string() }),
  ),
  /** One pick: bin and item (or lot) as scanned; a wrong scan is refused and says what was expected. */
  confirmPick: command(
    'warehouse.work',
    {
      taskId: id,
      binScan: scan,
      itemScan: scan,
      /** of goods that are counted and weighed: their weight */
      quantityMicro: positiveQuantityMicro.optional(),
      pieces,
      /** the tote it went into, where the cart has totes */
      toteScan: scan.optional(),
    },
    stepAnswer.extend({
      /** it was the last piece of the bin by the books, and the house asks whether the bin is empty */
      emptied: z.boolean(),
    }),
  ),
  /** What the clerk sees in a bin that should be empty. Where something is left, the bin is to be counted. */
  noteEmptied: command('warehouse.work', { taskId: id, isEmpty: z.boolean() }, done),
  /** Less was there than planned: what is missing is taken from another bin at once where there is one. */
  shortPick: command(
    'warehouse.work',
    { taskId: id, foundMicro: z.int().min(0) },
    z.object({ replacementTaskIds: z.array(id), shortMicro: quantityMicro }),
  ),
  /** Picked batches whose goods are to be sorted to their orders. */
  listToSort: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          batchId: id,
          number: z.string(),
          orders: z.int(),
          pickedMicro: quantityMicro,
          sortedMicro: quantityMicro,
        }),
      ),
    }),
  ),
  /** A piece at the sorting wall: the slot that it goes to. */
  sortScan: command(
    'warehouse.work',
    { batchId: id, itemScan: scan, quantityMicro: positiveQuantityMicro.optional() },
    z.object({
      slot: z.int(),
      orderNumber: z.string(),
      quantityMicro,
      /** pieces of the batch that are still to be sorted */
      leftMicro: quantityMicro,
      isOrderSorted: z.boolean(),
      scanId: id,
    }),
  ),
}
