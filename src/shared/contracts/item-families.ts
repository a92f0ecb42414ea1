import { z } from 'zod'
import { code, id, itemRef, listInput, listOf, name, priceMicro } from './fields'
import { command, query } from './procedure'

const axis = z.strictObject({
  name: z.string().trim().min(1).max(40),
  values: z
    .array(z.strictObject({ code: z.string().trim().min(1).max(10), name: z.string().trim().min(1).max(40) }))
    .min(1)
    .max(60),
})

/** One article in colours and sizes: its axes, and an item for each combination. `common` are the fields of an item. */
export const itemFamilies = <Common extends z.ZodRawShape>(common: Common) => ({
  listFamilies: query(
    'items.read',
    { ...listInput },
    listOf(z.object({ id, code: z.string(), name: z.string(), variants: z.int() })),
  ),
  getFamily: query(
    'items.read',
    { id },
    z.object({
      id,
      code: z.string(),
      name: z.string(),
      axes: z.array(axis),
      variants: z.array(
        z.object({
          /** codes of its values, one for each axis */
          values: z.array(z.string()),
          item: itemRef,
          salesPriceMicro: priceMicro,
          active: z.boolean(),
          barcodes: z.array(z.string()),
        }),
      ),
    }),
  ),
  saveFamily: command(
    'items.write',
    { id: id.optional(), code: code.max(25), name, axes: z.array(axis).min(1).max(3) },
    z.object({ id }),
  ),
  /** An item for every combination that is not there yet, or only for those named. */
  generateVariants: command(
    'items.write',
    { id, fields: z.strictObject(common), only: z.array(z.array(z.string()).max(3)).max(500).optional() },
    z.object({ added: z.int() }),
  ),
})
