import { z } from 'zod'
import {
  binRef,
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
  name,
  note,
  pieces,
  positiveQuantityMicro,
  quantityMicro,
  scan,
} from '../fields'
import { command, query } from '../procedure'
import { inside } from './inside'
import { binKind, layout } from './layout'
import { packing } from './packing'
import { picks } from './picking'
import { places } from './places'
import { proposals } from './proposals'
import { stepAnswer, task } from './tasks'
import { units } from './units'
import { waves } from './waves'
import { work } from './work'

export const warehouse = {
  ...waves,
  ...picks,
  ...packing,
  ...inside,
  ...places,
  ...proposals,
  ...units,
  ...layout,
  ...work,
  listWarehouses: query(
    'signedIn',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          code: z.string(),
          name: z.string(),
          /** at whose place it stands; null: ours */
          customerId: id.nullable(),
          bins: z.int(),
        }),
      ),
    }),
  ),
  /** A warehouse with its zones, aisles and bins by pattern: codes A01-03-2 (aisle, bay, level), coordinates, limits. */
  addWarehouse: command(
    'warehouse.manage',
    {
      code,
      name,
      zones: z
        .array(
          z.strictObject({
            code,
            name,
            categories: z.array(z.string().max(60)).max(50),
            aisles: z.int().min(1).max(100),
            baysPerAisle: z.int().min(1).max(200),
            levels: z.int().min(1).max(20),
          }),
        )
        .min(1)
        .max(50),
      aisleGapMillimetres: z.int().positive().default(3000),
      bayWidthMillimetres: z.int().positive().default(1000),
      /** cross aisles divide the hall into so many */
      blocks: z.int().min(1).max(4).default(1),
      crossAisleMillimetres: z.int().positive().max(20_000).default(3000),
      capacityMillilitres: z.int().min(0).default(0),
      capacityGrams: z.int().min(0).default(0),
      /** may several items share a bin once no empty one is left? */
      mixesItems: z.boolean().default(true),
    },
    z.object({ id, bins: z.int() }),
  ),
  listBins: query(
    'warehouse.read',
    { ...listInput, warehouseId: id, kind: binKind.optional() },
    listOf(
      z.object({
        id,
        code: z.string(),
        kind: binKind,
        zoneCode: z.string(),
        aisle: z.int(),
        bay: z.int(),
        level: z.int(),
        xMillimetres: z.int(),
        yMillimetres: z.int(),
        capacityMillilitres: z.int(),
        capacityGrams: z.int(),
        blocked: z.boolean(),
        /** a clerk found less than the books say: to be counted */
        recount: z.boolean(),
        /** distinct items in it now */
        items: z.int(),
        fillPercent: z.int(),
      }),
    ),
  ),
  binContent: query(
    'warehouse.read',
    { scan },
    z.object({
      bin: binRef,
      kind: binKind,
      isBlocked: z.boolean(),
      rows: z.array(
        z.object({
          item: itemRef,
          lot: lotRef.nullable(),
          status: z.string(),
          quantityMicro,
          /** what no pick is promised */
          freeMicro: quantityMicro,
          /** in no pallet, tote or carton */
          looseMicro: quantityMicro,
          /** of goods that are counted and weighed; null for all others */
          pieces: z.int().nullable(),
        }),
      ),
    }),
  ),

  /** Open work: counts for the station's first page. */
  workload: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      ordersToReceive: z.int(),
      putaway: z.int(),
      /** order lines that wait for a wave */
      linesToRelease: z.int(),
      batchesToPick: z.int(),
      ordersToPack: z.int(),
      ordersToShip: z.int(),
      countsOpen: z.int(),
      moves: z.int(),
      batchesToSort: z.int(),
      loadsOpen: z.int(),
      /** pallets, totes and cartons with a label of their own */
      units: z.int(),
    }),
  ),

  listPutaway: query(
    'warehouse.read',
    { warehouseId: id, limit: z.int().min(1).max(500).default(100) },
    z.object({ tasks: z.array(task), total: z.int() }),
  ),
  /**
   * One scan-led step of putting away: the clerk has scanned the goods and the bin. Another bin than proposed needs a
   * reason; the whole remaining quantity unless one is given.
   */
  putAway: command(
    'warehouse.work',
    { taskId: id, binScan: scan, quantityMicro: positiveQuantityMicro.optional(), otherBinReason: name.optional() },
    stepAnswer,
  ),
  /** Moves stock between bins outside any plan. */
  moveStock: command(
    'warehouse.work',
    {
      fromBinScan: scan,
      toBinScan: scan,
      itemId: id,
      lotId: id.nullable(),
      quantityMicro: positiveQuantityMicro,
      status: z.enum(['available', 'quarantine', 'damaged']).default('available'),
      toStatus: z.enum(['available', 'quarantine', 'damaged']).optional(),
    },
    z.object({ movementId: id, scanId: id }),
  ),

  /** Opens a blind count of some bins, or of all bins for goods of a zone. */
  startCount: command(
    'warehouse.work',
    {
      warehouseId: id,
      binIds: z.array(id).max(1000).default([]),
      zoneId: id.optional(),
      /** nothing comes or goes there until the count is approved or given up */
      isFrozen: z.boolean().default(false),
      countedOn: date,
      note: note.default(''),
    },
    documentAnswer,
  ),
  /** The clerk begins with this bin: what moves in it before it is finished makes them count again. */
  beginBin: command('warehouse.work', { countId: id, binScan: scan }, z.object({ bin: z.string() })),
  /** What is in one bin, as counted; finishes the bin. Without lines the bin is empty. */
  countBin: command(
    'warehouse.work',
    {
      countId: id,
      binScan: scan,
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            lotCode: z.string().trim().max(40).optional(),
            expiresOn: date.optional(),
            /** of goods that are counted and weighed: their weight */
            countedMicro: z.int().min(0),
            countedPieces: z.int().min(0).max(1_000_000).optional(),
          }),
        )
        .max(500),
    },
    z.object({
      state: z.string(),
      binsLeft: z.int(),
      /** off by more than the tolerance: somebody else counts it again */
      needsRecount: z.boolean(),
    }),
  ),
  /** Posts the differences: stock and books at once. */
  approveCount: command('inventory.adjust', { countId: id, approvedOn: date }, documentAnswer),
  cancelCount: command('inventory.adjust', { countId: id }, documentAnswer),
  listCounts: query(
    'warehouse.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string().nullable(),
        state: z.string(),
        countedOn: z.string(),
        bins: z.int(),
        binsFinished: z.int(),
        differences: z.int().nullable(),
        valueMinor: costMinor(),
      }),
    ),
  ),
  getCount: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string().nullable(),
      state: z.string(),
      countedOn: z.string(),
      note: z.string(),
      /** its bins stand still until it is approved or given up */
      isFrozen: z.boolean(),
      bins: z.array(z.object({ bin: binRef, finished: z.boolean() })),
      /** expected and difference only once all bins are counted: the count is blind */
      lines: z.array(
        z.object({
          bin: binRef,
          item: itemRef,
          lot: lotRef.nullable(),
          countedMicro: quantityMicro,
          expectedMicro: quantityMicro.nullable(),
          differenceMicro: quantityMicro.nullable(),
          valueMinor: costMinor(),
        }),
      ),
    }),
  ),

  /** Stock found or gone outside any other document; posts at once. */
  adjustStock: command(
    'inventory.adjust',
    {
      warehouseId: id,
      adjustedOn: date,
      reason: name,
      lines: z
        .array(
          z.strictObject({
            /** where; left out, the program takes from (or puts to) where the item lies */
            binId: id.optional(),
            itemId: id,
            lotCode: z.string().trim().max(40).optional(),
            expiresOn: date.optional(),
            /** above zero: found; below: gone */
            quantityMicro: quantityMicro.refine((quantity) => quantity !== 0),
            pieces,
          }),
        )
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  reverseAdjustment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  listAdjustments: query(
    'inventory.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        adjustedOn: z.string(),
        reason: z.string(),
        valueMinor: costMinor(),
      }),
    ),
  ),
  getAdjustment: query(
    'inventory.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      adjustedOn: z.string(),
      reason: z.string(),
      lines: z.array(
        z.object({
          id,
          bin: binRef,
          item: itemRef,
          lot: lotRef.nullable(),
          status: z.string(),
          /** above zero: found; below: gone */
          quantityMicro,
          valueMinor: costMinor(),
        }),
      ),
    }),
  ),
  /** The last accepted scans of this person, newest first. */
  lastScans: query(
    'warehouse.work',
    { limit: z.int().min(1).max(20).default(5) },
    z.object({
      rows: z.array(
        z.object({
          id,
          step: z.string(),
          scanned: z.string(),
          quantityMicro,
          scannedAt: z.string(),
          canUndo: z.boolean(),
        }),
      ),
    }),
  ),
  /** Takes a pick, putaway or packing scan back while nothing has built on it. */
  undoScan: command('warehouse.work', { scanId: id }, done),
}
