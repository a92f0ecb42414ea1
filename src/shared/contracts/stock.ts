import { z } from 'zod'
import {
  amountMinor,
  binRef,
  chain,
  code,
  costMinor,
  date,
  documentAnswer,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  lotRef,
  note,
  partnerRef,
  positiveQuantityMicro,
  quantityMicro,
  scan,
} from './fields'
import { command, query } from './procedure'

const goods = { itemId: id, lotCode: code.optional(), quantityMicro: positiveQuantityMicro }
const wanted = { itemId: id, quantityMicro: positiveQuantityMicro }
const conversionKind = z.enum(['assembly', 'disassembly', 'repack'])
const planState = z.enum(['open', 'done', 'cancelled'])
const planLine = {
  item: itemRef,
  lotTracked: z.boolean(),
  needsExpiry: z.boolean(),
  quantityMicro,
  /** what it was in the end */
  doneMicro: quantityMicro,
}
const reversal = { id, reversedOn: date, reason: note }

const transferLine = z.object({
  id,
  item: itemRef,
  lot: lotRef.nullable(),
  fromBin: binRef,
  quantityMicro,
  valueMinor: costMinor(),
  arrivedMicro: quantityMicro.nullable(),
  differenceMinor: costMinor(),
})

const conversionLine = z.object({
  id,
  side: z.enum(['used', 'made']),
  item: itemRef,
  lot: lotRef.nullable(),
  bin: binRef,
  quantityMicro,
  expectedMicro: quantityMicro.nullable(),
  valueMinor: costMinor(),
})

const tracedLot = z.object({
  lot: lotRef,
  item: itemRef,
  direction: z.enum(['asked', 'from', 'into']),
  depth: z.int(),
  onHand: z.array(z.object({ warehouse: z.string(), bin: z.string(), status: z.string(), quantityMicro })),
  events: z.array(
    z.object({
      id,
      postedOn: z.string(),
      sourceKind: z.string(),
      sourceId: id,
      number: z.string().nullable(),
      warehouse: z.string().nullable(),
      fromBin: z.string().nullable(),
      toBin: z.string().nullable(),
      fromStatus: z.string().nullable(),
      toStatus: z.string().nullable(),
      quantityMicro,
      /** from the supplier to the customer, through no bin of ours */
      isDirect: z.boolean(),
    }),
  ),
})

const tracedPartner = z.object({
  partner: partnerRef,
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  goods: z.array(
    z.object({
      lot: lotRef,
      item: itemRef,
      quantityMicro,
      returnedMicro: quantityMicro,
      openMicro: quantityMicro,
      documents: z.array(z.object({ id, number: z.string(), postedOn: z.string(), quantityMicro })),
    }),
  ),
})

/** Documents that move or value stock without buying or selling it. */
export const stock = {
  listTransfers: query(
    'inventory.read',
    { ...listInput, state: z.string().optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        fromWarehouse: z.string(),
        toWarehouse: z.string(),
        sentOn: z.string(),
        arrivedOn: z.string().nullable(),
        lines: z.int(),
        valueMinor: costMinor(),
      }),
      { valueMinor: costMinor() },
    ),
  ),
  getTransfer: query(
    'inventory.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      fromWarehouse: z.object({ id, name: z.string() }),
      toWarehouse: z.object({ id, name: z.string() }),
      sentOn: z.string(),
      arrivedOn: z.string().nullable(),
      note: z.string(),
      lines: z.array(transferLine),
      chain,
    }),
  ),
  /** Takes free stock out of the one warehouse; it is in transit at the other until it arrives. */
  sendTransfer: command(
    'warehouse.work',
    {
      fromWarehouseId: id,
      toWarehouseId: id,
      sentOn: date,
      note: note.default(''),
      lines: z.array(z.strictObject(goods)).min(1).max(500),
    },
    documentAnswer,
  ),
  /** What has come, line by line: missing goods are a loss, surplus a gain, the rest can be put away. */
  receiveTransfer: command(
    'warehouse.work',
    {
      id,
      arrivedOn: date,
      lines: z
        .array(z.strictObject({ lineId: id, arrivedMicro: z.int().min(0).max(1_000_000_000_000_000) }))
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  reverseTransfer: command('documents.reverse', reversal, documentAnswer),

  listConversions: query(
    'inventory.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        kind: z.string(),
        convertedOn: z.string(),
        made: z.string(),
        valueMinor: costMinor(),
        lossMinor: costMinor(),
      }),
      { valueMinor: costMinor(), lossMinor: costMinor() },
    ),
  ),
  getConversion: query(
    'inventory.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      kind: z.string(),
      warehouse: z.string(),
      convertedOn: z.string(),
      note: z.string(),
      valueMinor: costMinor(),
      lossMinor: costMinor(),
      lines: z.array(conversionLine),
      chain,
    }),
  ),
  /** Uses goods up and makes others of them: what is made is worth what was used. */
  convertGoods: command(
    'inventory.adjust',
    {
      kind: z.enum(['assembly', 'disassembly', 'repack']),
      warehouseId: id,
      convertedOn: date,
      note: note.default(''),
      used: z.array(z.strictObject(goods)).min(1).max(200),
      made: z
        .array(
          z.strictObject({
            ...goods,
            expiresOn: date.optional(),
            /** what should have come of it; the difference is the yield difference */
            expectedMicro: positiveQuantityMicro.optional(),
            /** its part of the value against the other goods made; left out: by usual purchase price */
            share: z.int().positive().max(1_000_000).optional(),
          }),
        )
        .min(1)
        .max(200),
      /** what is missing against expectation is a loss of its own, not cost of what was made */
      lossIsAbnormal: z.boolean().default(false),
    },
    documentAnswer,
  ),
  /** All stock of an item, or of one lot of it, is another item's: same bins, lots and value. For items entered twice. */
  renameGoods: command(
    'inventory.adjust',
    { warehouseId: id, fromItemId: id, intoItemId: id, lotId: z.int().min(0), renamedOn: date },
    documentAnswer,
  ),
  reverseConversion: command('documents.reverse', reversal, documentAnswer),

  /** Work for a station: what is to be used and what should come of it. */
  planConversion: command(
    'inventory.adjust',
    {
      kind: conversionKind,
      warehouseId: id,
      plannedOn: date,
      note: note.default(''),
      used: z.array(z.strictObject(wanted)).min(1).max(100),
      made: z.array(z.strictObject(wanted)).min(1).max(100),
    },
    documentAnswer,
  ),
  cancelPlan: command('inventory.adjust', { id }, documentAnswer),
  listPlans: query(
    'warehouse.read',
    { ...listInput, warehouseId: id.optional(), state: planState.optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: planState,
        kind: conversionKind,
        warehouseId: id,
        plannedOn: z.string(),
        note: z.string(),
        conversionId: id.nullable(),
        made: z.string(),
      }),
    ),
  ),
  getPlan: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: planState,
      kind: conversionKind,
      warehouseId: id,
      plannedOn: z.string(),
      note: z.string(),
      conversionId: id.nullable(),
      used: z.array(
        z.object({
          ...planLine,
          /** free goods, those first that expire first */
          places: z.array(
            z.object({
              binCode: z.string(),
              lotCode: z.string().nullable(),
              expiresOn: z.string().nullable(),
              freeMicro: quantityMicro,
            }),
          ),
        }),
      ),
      made: z.array(z.object(planLine)),
    }),
  ),
  /** A plan as it was done: what was taken from which bin, and what was counted of what it became. */
  carryOut: command(
    'warehouse.work',
    {
      id,
      used: z
        .array(z.strictObject({ ...goods, binScan: scan }))
        .min(1)
        .max(500),
      made: z
        .array(z.strictObject({ ...goods, expiresOn: date.optional() }))
        .min(1)
        .max(200),
    },
    z.object({
      /** of the document it became; null where goods only changed their packs */
      number: z.string().nullable(),
      /** expected and not made, by item; below zero: more was made */
      differences: z.array(z.object({ itemId: id, quantityMicro })),
    }),
  ),

  listRevaluations: query(
    'inventory.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        item: itemRef,
        warehouse: z.string(),
        revaluedOn: z.string(),
        reason: z.string(),
        quantityMicro,
        beforeMinor: costMinor(),
        afterMinor: costMinor(),
      }),
    ),
  ),
  getRevaluation: query(
    'inventory.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      item: itemRef,
      lot: lotRef.nullable(),
      warehouse: z.string(),
      revaluedOn: z.string(),
      reason: z.string(),
      quantityMicro,
      beforeMinor: costMinor(),
      afterMinor: costMinor(),
    }),
  ),
  /** Gives what is on hand another value, with a reason that stays with it. */
  revalueStock: command(
    'accounting.post',
    {
      warehouseId: id,
      itemId: id,
      lotCode: code.optional(),
      revaluedOn: date,
      /** what all of it is worth from now on */
      valueMinor: amountMinor.min(0),
      reason: note.min(1),
    },
    documentAnswer,
  ),
  reverseRevaluation: command('documents.reverse', reversal, documentAnswer),

  /** Goods that were sold before their receipt was entered, and what of them no receipt has settled. */
  listAhead: query(
    'inventory.read',
    { ...listInput, onlyOpen: z.boolean().default(true) },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        item: itemRef,
        warehouse: z.string(),
        warehouseId: id,
        broughtOn: z.string(),
        quantityMicro,
        openMicro: quantityMicro,
        valueMinor: costMinor(),
        openMinor: costMinor(),
      }),
      { openMinor: costMinor() },
    ),
  ),
  listAheadRules: query(
    'inventory.read',
    {},
    z.object({ rows: z.array(z.object({ id, name: z.string(), isAllowed: z.boolean() })) }),
  ),
  /** Lets a warehouse sell goods without lots before they are received, at a provisional cost. */
  setAheadRule: command('accounting.post', { warehouseId: id, isAllowed: z.boolean() }, done),
  reverseAhead: command('documents.reverse', reversal, documentAnswer),

  /** Where a lot or serial number came from and went to, through conversions too, and whom to call. */
  trace: query(
    'inventory.read',
    { code: code, itemId: id.optional() },
    z.object({
      code: z.string(),
      lots: z.array(tracedLot),
      suppliers: z.array(tracedPartner),
      customers: z.array(tracedPartner),
    }),
    { heavy: true },
  ),
}
