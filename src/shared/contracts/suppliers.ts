import { z } from 'zod'
import {
  costMicro,
  costMinor,
  date,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const termFields = {
  supplierId: id,
  itemId: id,
  validFrom: date,
  priceMicro,
  leadDays: z.int().min(0).max(1000),
  minimumMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
  multipleMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
  /** the item's number at this supplier */
  supplierCode: z.string().trim().max(40).default(''),
  /** replenishment buys from the preferred one */
  isPreferred: z.boolean().default(false),
}

const method = z.enum(['min-max', 'reorder-point', 'periodic', 'ses', 'seasonal', 'croston', 'sba'])

const proposal = z.object({
  item: itemRef,
  warehouseId: id,
  supplier: partnerRef.nullable(),
  quantityMicro,
  priceMicro: costMicro(),
  amountMinor: costMinor(),
  /** what made the quantity other than the need itself */
  reason: z.enum(['need', 'minimum', 'multiple', 'shelf-life']),
  method,
  pattern: z.enum(['smooth', 'erratic', 'intermittent', 'lumpy']),
  /** share of demand that this method would have served over the last half year, in hundredths; null: too little known */
  servedHundredths: z.int().nullable(),
  weeksKnown: z.int(),
  weeklyMicro: quantityMicro,
  safetyMicro: quantityMicro,
  reorderMicro: quantityMicro,
  targetMicro: quantityMicro,
  freeMicro: quantityMicro,
  onOrderMicro: quantityMicro,
  inTransitMicro: quantityMicro,
  leadDays: z.int(),
  leadIsMeasured: z.boolean(),
})

export const suppliers = {
  /** Price lists of suppliers: what each asks for an item from a day on. */
  listTerms: query(
    'purchasing.read',
    { ...listInput, supplierId: id.optional(), itemId: id.optional() },
    listOf(
      z.object({
        id,
        supplier: partnerRef,
        item: itemRef,
        validFrom: z.string(),
        priceMicro: costMicro(),
        leadDays: z.int(),
        minimumMicro: quantityMicro,
        multipleMicro: quantityMicro,
        supplierCode: z.string(),
        isPreferred: z.boolean(),
      }),
    ),
  ),
  saveTerm: command('purchasing.write', { id: id.optional(), ...termFields }, z.object({ id })),
  removeTerm: command('purchasing.write', { id }, done),

  /** How suppliers kept their word over a year, from orders, receipts and invoices alone. */
  listScorecards: query(
    'purchasing.read',
    { ...listInput, on: date },
    listOf(
      z.object({
        supplier: partnerRef,
        orders: z.int(),
        /** of the quantity that was due, what came by its day; hundredths of a percent, as the two below */
        onTimeHundredths: z.int().nullable(),
        leadDays: z.number().nullable(),
        leadSpreadDays: z.number().nullable(),
        /** of what was ordered on closed orders, what came */
        deliveredHundredths: z.int().nullable(),
        /** of what came, what was rejected when it was looked at or sent back later */
        rejectedHundredths: z.int().nullable(),
        /** average invoice price against the first half of the year */
        priceTrendHundredths: z.int().nullable(),
        boughtMinor: costMinor(),
      }),
      { boughtMinor: costMinor() },
    ),
    { heavy: true },
  ),

  /** What to order now, item by item, with the reason. */
  propose: query(
    'purchasing.read',
    {
      ...listInput,
      warehouseId: id,
      on: date,
      /** in hundredths of a percent */
      serviceHundredths: z.int().min(5000).max(9990).default(9500),
      supplierId: id.optional(),
    },
    listOf(proposal, { amountMinor: costMinor() }),
    { heavy: true },
  ),
  /** Makes one draft order a supplier of what was proposed, as it was changed. */
  orderProposals: command(
    'purchasing.write',
    {
      warehouseId: id,
      orderedOn: date,
      lines: z
        .array(z.strictObject({ itemId: id, supplierId: id, quantityMicro: positiveQuantityMicro }))
        .min(1)
        .max(2000),
    },
    z.object({ orders: z.array(z.object({ id, supplier: partnerRef, lines: z.int() })) }),
  ),
}
