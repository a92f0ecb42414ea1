import { z } from 'zod'
import { binRef, costMicro, costMinor, date, id, itemRef, listInput, listOf, lotRef, quantityMicro } from './fields'
import { command, query } from './procedure'

export const stockStatus = z.enum(['available', 'quarantine', 'damaged', 'in-transit'])

export const costingMethod = z.enum(['average', 'fifo', 'lot'])

/** Of goods that are counted and weighed; null for all others. */
const pieces = z.int().nullable()

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
        pieces,
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
          pieces,
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
        pieces,
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
    listOf(
      z.object({
        item: itemRef,
        lot: lotRef,
        quantityMicro,
        valueMinor: costMinor(),
        daysLeft: z.int(),
        /** days until it is sold at the pace of the last 90 days, earlier lots first; null when nothing sells */
        sellsInDays: z.int().nullable(),
        proposal: z.enum(['none', 'promote', 'return', 'write-off']),
      }),
      { valueMinor: costMinor() },
    ),
    { heavy: true },
  ),
  /** Stock as the books had it at the end of a day. */
  stockAt: query(
    'inventory.read',
    { ...listInput, on: date, warehouseId: id.optional(), by: z.enum(['item', 'bin', 'lot']).default('item') },
    listOf(
      z.object({
        item: itemRef,
        warehouseId: id,
        bin: binRef.nullable(),
        lot: lotRef.nullable(),
        quantityMicro,
        valueMinor: costMinor(),
      }),
      { valueMinor: costMinor() },
    ),
    { heavy: true },
  ),
  /** ABC and XYZ, age, slow movers, turnover and days of stock, over twelve months. */
  analyse: query(
    'inventory.read',
    { ...listInput, on: date, only: z.enum(['all', 'slow', 'A', 'B', 'C']).default('all') },
    listOf(
      z.object({
        item: itemRef,
        category: z.string(),
        valueClass: z.enum(['A', 'B', 'C']),
        steadiness: z.enum(['X', 'Y', 'Z']),
        onHandMicro: quantityMicro,
        valueMinor: costMinor(),
        soldMicro: quantityMicro,
        costMinor: costMinor(),
        lastSoldOn: z.string().nullable(),
        isSlow: z.boolean(),
        turnoverHundredths: z.int().nullable(),
        daysOfStock: z.int().nullable(),
        ages: z.object({
          days30: quantityMicro,
          days90: quantityMicro,
          days180: quantityMicro,
          days365: quantityMicro,
          older: quantityMicro,
        }),
      }),
      { valueMinor: costMinor(), costMinor: costMinor() },
    ),
    { heavy: true },
  ),
  /** Why a cost is what it is: of one movement, or of an item on hand in a warehouse. */
  costLineage: query(
    'cost.see',
    { movementId: id.optional(), itemId: id.optional(), warehouseId: id.optional() },
    z.object({
      item: itemRef,
      warehouseId: id,
      method: costingMethod,
      quantityMicro,
      valueMinor: costMinor(),
      unitCostMicro: costMicro(),
      steps: z.array(
        z.object({
          movementId: id.nullable(),
          postedOn: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          number: z.string().nullable(),
          quantityMicro,
          valueMinor: costMinor(),
          onHandMicro: quantityMicro,
          stockMinor: costMinor(),
        }),
      ),
      layers: z.array(
        z.object({
          id,
          openedOn: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          number: z.string().nullable(),
          lotCode: z.string().nullable(),
          quantityMicro,
          valueMinor: costMinor(),
          unitCostMicro: costMicro(),
          boughtMicro: quantityMicro,
          boughtMinor: costMinor(),
          changes: z.array(
            z.object({
              postedOn: z.string(),
              sourceKind: z.string(),
              sourceId: id,
              number: z.string().nullable(),
              valueMinor: costMinor(),
            }),
          ),
        }),
      ),
    }),
  ),
  listCostingMethods: query(
    'inventory.read',
    {},
    z.object({ rows: z.array(z.object({ category: z.string(), method: costingMethod, items: z.int() })) }),
  ),
  /** Changes how a category is valued; no value changes by it. */
  setCostingMethod: command(
    'accounting.post',
    { category: z.string().trim().max(60), method: costingMethod, changedOn: date },
    z.object({ items: z.int() }),
  ),
}
