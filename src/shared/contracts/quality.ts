import { z } from 'zod'
import {
  binRef,
  date,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  lotRef,
  name,
  note,
  partnerRef,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const point = z.string().trim().min(1).max(200)
const rejectsTo = z.enum(['return', 'scrap'])
const state = z.enum(['open', 'decided', 'cancelled'])

/** What is looked at when goods arrive, and what was found. Goods stand in quarantine until then. */
export const quality = {
  listPlans: query(
    'warehouse.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          item: itemRef.nullable(),
          category: z.string(),
          supplier: partnerRef.nullable(),
          samplePermille: z.int(),
          sampleMinimumMicro: quantityMicro,
          points: z.array(z.string()),
          asksPhoto: z.boolean(),
        }),
      ),
    }),
  ),
  /** For an item, a category, a supplier, or any of them together; the narrowest plan that matches holds. */
  savePlan: command(
    'warehouse.manage',
    {
      id: id.optional(),
      name,
      itemId: id.nullable().default(null),
      category: z.string().trim().max(60).default(''),
      supplierId: id.nullable().default(null),
      /** of what arrived; 1000 = all */
      samplePermille: z.int().min(0).max(1000),
      sampleMinimumMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
      points: z.array(point).min(1).max(30),
      asksPhoto: z.boolean().default(false),
    },
    z.object({ id }),
  ),
  removePlan: command('warehouse.manage', { id }, done),

  listInspections: query(
    'warehouse.read',
    { ...listInput, warehouseId: id.optional(), state: state.optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state,
        item: itemRef,
        lot: lotRef.nullable(),
        supplier: partnerRef,
        bin: binRef,
        quantityMicro,
        sampleMicro: quantityMicro,
        acceptedMicro: quantityMicro,
        rejectedMicro: quantityMicro,
        madeAt: z.string(),
      }),
    ),
  ),
  getInspection: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state,
      planName: z.string(),
      item: itemRef,
      barcodes: z.array(z.string()),
      lot: lotRef.nullable(),
      supplier: partnerRef,
      receipt: z.object({ id, number: z.string() }).nullable(),
      bin: binRef,
      quantityMicro,
      sampleMicro: quantityMicro,
      asksPhoto: z.boolean(),
      points: z.array(z.object({ text: z.string(), passed: z.boolean().nullable(), note: z.string() })),
      photos: z.array(z.object({ id, addedAt: z.string() })),
      acceptedMicro: quantityMicro,
      rejectedMicro: quantityMicro,
      rejectsTo: rejectsTo.nullable(),
      /** number of the return or the adjustment that followed */
      followedBy: z.string(),
      note: z.string(),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
    }),
  ),
  addPhoto: command(
    'warehouse.work',
    {
      inspectionId: id,
      mediaType: z.enum(['image/jpeg', 'image/png']),
      /** base64 */
      content: z.base64().min(8).max(4_000_000),
    },
    z.object({ id }),
  ),
  getPhoto: query('warehouse.read', { id }, z.object({ mediaType: z.string(), content: z.string() })),
  /**
   * What was found, and what becomes of the goods: accepted ones are put away (or go to orders that wait), rejected ones
   * go back to the supplier or are written off.
   */
  decide: command(
    'warehouse.work',
    {
      inspectionId: id,
      decidedOn: date,
      results: z.array(z.strictObject({ passed: z.boolean(), note: z.string().trim().max(200).default('') })).max(30),
      rejectedMicro: z.int().min(0).default(0),
      rejectsTo: rejectsTo.optional(),
      note: note.default(''),
    },
    z.object({ id, number: z.string(), state, followedBy: z.string(), picksForOrders: z.int() }),
  ),
}
