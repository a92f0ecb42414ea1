import { z } from 'zod'
import {
  binRef,
  code,
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

const cartonKind = {
  code,
  name,
  volumeMillilitres: z.int().positive().max(10_000_000),
  /** 0 = no limit */
  maximumGrams: z.int().min(0).max(10_000_000).default(0),
  tareGrams: z.int().min(0).max(1_000_000).default(0),
}

const carton = z.object({
  id,
  number: z.int(),
  code: z.string(),
  state: z.string(),
  kindName: z.string(),
  /** tare and contents; null where the weight of an item is not known */
  expectedGrams: z.int().nullable(),
  weighedGrams: z.int().nullable(),
  lane: binRef.nullable(),
  lines: z.array(z.object({ item: itemRef, lot: lotRef.nullable(), quantityMicro })),
})

export const packing = {
  listToPack: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          orderId: id,
          orderNumber: z.string(),
          customer: partnerRef,
          dueOn: z.string(),
          lines: z.int(),
          isComplete: z.boolean(),
        }),
      ),
    }),
  ),
  /** The order whose goods stand in a tote. */
  orderOfTote: query('warehouse.read', { toteScan: scan }, z.object({ orderId: id, orderNumber: z.string() })),
  /** What stands at the packing place for an order. */
  packingList: query(
    'warehouse.read',
    { orderId: id },
    z.object({
      orderId: id,
      orderNumber: z.string(),
      customer: partnerRef,
      rows: z.array(
        z.object({
          demandId: id,
          item: itemRef,
          barcodes: z.array(z.string()),
          lot: lotRef.nullable(),
          pickedMicro: quantityMicro,
          packedMicro: quantityMicro,
        }),
      ),
      expectedWeightGrams: z.int(),
      /** not shipped yet, in the order of their numbers */
      cartons: z.array(carton),
      /** the smallest that holds what is left to pack, else the largest there is */
      proposedKindId: id.nullable(),
    }),
  ),
  /** One scan at the packing place: a piece (or a scanned pack) goes into the carton. */
  packScan: command(
    'warehouse.work',
    { orderId: id, itemScan: scan, quantityMicro: positiveQuantityMicro.optional() },
    z.object({
      demandId: id,
      packedMicro: quantityMicro,
      remainingMicro: quantityMicro,
      isOrderPacked: z.boolean(),
      scanId: id,
    }),
  ),

  listCartonKinds: query(
    'warehouse.read',
    {},
    z.object({ rows: z.array(z.object({ id, ...cartonKind, maximumGrams: z.int(), tareGrams: z.int() })) }),
  ),
  saveCartonKind: command('warehouse.manage', { id: id.optional(), ...cartonKind }, z.object({ id })),
  removeCartonKind: command('warehouse.manage', { id }, done),
  /** The number that the company's SSCCs begin with, and how far a carton's weight may be off. */
  packingSettings: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({ gs1Prefix: z.string(), weightTolerancePermille: z.int(), weightToleranceGrams: z.int() }),
  ),
  savePackingSettings: command(
    'warehouse.manage',
    {
      warehouseId: id,
      gs1Prefix: z.string().regex(/^(\d{7,10})?$/),
      weightTolerancePermille: z.int().min(0).max(1000),
      weightToleranceGrams: z.int().min(0).max(100_000),
    },
    done,
  ),
  /** What is scanned from now on goes into this carton. */
  openCarton: command(
    'warehouse.work',
    { orderId: id, kindId: id },
    z.object({ id, number: z.int(), code: z.string() }),
  ),
  /** Weighed and shut: a weight outside the tolerance is refused and says what was expected. */
  closeCarton: command(
    'warehouse.work',
    { cartonId: id, weightGrams: z.int().min(0).max(10_000_000).optional() },
    z.object({ expectedGrams: z.int().nullable(), code: z.string() }),
  ),
  /** Somebody answers for a weight outside the tolerance. */
  acceptWeight: command(
    'warehouse.manage',
    { cartonId: id, weightGrams: z.int().positive().max(10_000_000), reason: name },
    z.object({ expectedGrams: z.int().nullable(), code: z.string() }),
  ),
  reopenCarton: command('warehouse.work', { cartonId: id }, done),
  /** The packing slip of a carton with its barcode. */
  cartonLabelPdf: query(
    'warehouse.read',
    { cartonId: id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
  ),
  /** A shut carton is brought to a staging lane. */
  stageCarton: command(
    'warehouse.work',
    { cartonScan: scan, laneScan: scan },
    z.object({ orderId: id, number: z.int() }),
  ),

  /** Orders on one vehicle, by the stops of its tour. */
  planLoad: command(
    'warehouse.work',
    {
      warehouseId: id,
      carrier: z.string().trim().max(60).default(''),
      plannedOn: date,
      /** first stop first */
      orderIds: z.array(id).min(1).max(500),
    },
    z.object({ id }),
  ),
  cancelLoad: command('warehouse.work', { loadId: id }, done),
  listLoads: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          id,
          carrier: z.string(),
          state: z.string(),
          plannedOn: z.string(),
          stops: z.int(),
          cartons: z.int(),
          loaded: z.int(),
        }),
      ),
    }),
  ),
  /** What is loaded next: the last stop's cartons first. */
  getLoad: query(
    'warehouse.read',
    { loadId: id },
    z.object({
      id,
      carrier: z.string(),
      state: z.string(),
      stops: z.array(
        z.object({
          sequence: z.int(),
          orderId: id,
          orderNumber: z.string(),
          customer: partnerRef,
          cartons: z.array(
            z.object({ id, number: z.int(), code: z.string(), lane: binRef.nullable(), loaded: z.boolean() }),
          ),
        }),
      ),
    }),
  ),
  /** A carton goes onto the vehicle; one of an earlier stop has to wait. */
  loadScan: command(
    'warehouse.work',
    { loadId: id, cartonScan: scan },
    z.object({ cartonId: id, orderNumber: z.string(), left: z.int(), scanId: id }),
  ),
}
