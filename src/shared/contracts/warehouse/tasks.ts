import { z } from 'zod'
import { binRef, id, itemRef, lotRef, quantityMicro } from '../fields'

export const task = z.object({
  id,
  kind: z.enum(['putaway', 'pick', 'move']),
  state: z.string(),
  item: itemRef,
  /** what a scanner may read for it */
  barcodes: z.array(z.string()),
  lot: lotRef.nullable(),
  fromBin: binRef,
  toBin: binRef,
  quantityMicro,
  doneMicro: quantityMicro,
  reasonCode: z.string(),
  reasonParams: z.record(z.string(), z.union([z.string(), z.number()])),
  batchNumber: z.string().nullable(),
  /** the order that a picked piece goes to: its number and its slot on the sorting wall */
  orderNumber: z.string().nullable(),
  slot: z.int().nullable(),
  /** labels of units in the bin that hold the goods: each may be scanned in the bin's place */
  units: z.array(z.string()),
})

/** What the step after an accepted scan is; the station shows it at once. */
export const stepAnswer = z.object({
  taskId: id,
  state: z.string(),
  doneMicro: quantityMicro,
  remainingMicro: quantityMicro,
  scanId: id,
})
